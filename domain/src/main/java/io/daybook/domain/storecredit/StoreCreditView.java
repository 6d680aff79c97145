package io.daybook.domain.storecredit;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.daybook.domain.shared.CustomerId;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.StoreCreditId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A store credit account as callers see it, folded from its events; the read model and time travel
 * use this same fold. Amounts are in {@link #currency}.
 *
 * @param balance what the shop owes the customer; {@code held} of it is set aside for payments
 * @param version the number of events behind this view
 */
public record StoreCreditView(
        StoreCreditId accountId,
        CustomerId customerId,
        String currency,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal balance,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal held,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal available,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal granted,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal spent,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /** Applies one event; {@code before} is {@code null} for the first. */
    public static StoreCreditView evolve(
            @Nullable StoreCreditView before, StoreCreditEvent event, Instant recordedAt) {
        StoreCreditView known = before == null ? empty(event.accountId(), recordedAt) : before;
        BigDecimal amount = event.amount().amount();
        return switch (event) {
            case StoreCreditGranted _ ->
                    known.next(amount, BigDecimal.ZERO, amount, BigDecimal.ZERO, recordedAt);
            case StoreCreditHeld _ ->
                    known.next(
                            BigDecimal.ZERO, amount, BigDecimal.ZERO, BigDecimal.ZERO, recordedAt);
            case StoreCreditSpent _ ->
                    known.next(
                            amount.negate(), amount.negate(), BigDecimal.ZERO, amount, recordedAt);
            case StoreCreditReleased _ ->
                    known.next(
                            BigDecimal.ZERO,
                            amount.negate(),
                            BigDecimal.ZERO,
                            BigDecimal.ZERO,
                            recordedAt);
            case StoreCreditGivenBack _ ->
                    known.next(
                            amount, BigDecimal.ZERO, BigDecimal.ZERO, amount.negate(), recordedAt);
        };
    }

    private static StoreCreditView empty(StoreCreditId id, Instant createdAt) {
        BigDecimal zero = Money.zero(id.currency()).amount();
        return new StoreCreditView(
                id,
                id.customer(),
                id.currency().getCurrencyCode(),
                zero,
                zero,
                zero,
                zero,
                zero,
                createdAt,
                createdAt,
                0);
    }

    private StoreCreditView next(
            BigDecimal more,
            BigDecimal moreHeld,
            BigDecimal moreGranted,
            BigDecimal moreSpent,
            Instant recordedAt) {
        return new StoreCreditView(
                accountId,
                customerId,
                currency,
                balance.add(more),
                held.add(moreHeld),
                balance.add(more).subtract(held).subtract(moreHeld),
                granted.add(moreGranted),
                spent.add(moreSpent),
                createdAt,
                recordedAt,
                version + 1);
    }
}
