package io.daybook.domain.payment;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A payment as callers see it, folded from its events; the read models and time travel use this
 * same fold.
 *
 * @param amount what was asked for; the other amounts are what the provider did, and what it was
 *     asked to do
 * @param version the number of events behind this view
 */
public record PaymentView(
        PaymentId paymentId,
        OrderId orderId,
        PaymentStatus status,
        String method,
        String currency,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal authorised,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal captured,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal refunded,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal voided,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal chargedBack,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal pendingAuthorisation,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal pendingCapture,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal pendingRefund,
        @Nullable String declineReason,
        @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
                Map<String, PaymentAmounts.Pending> pendingOperations,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    public PaymentView {
        pendingOperations = Map.copyOf(pendingOperations);
    }

    /**
     * Applies one event; {@code before} is {@code null} for the first, which is always an
     * authorisation request.
     */
    public static PaymentView evolve(
            @Nullable PaymentView before, PaymentEvent event, Instant recordedAt) {
        if (before == null) {
            if (!(event instanceof AuthorisationRequested first)) {
                throw new IllegalStateException("a payment starts with AuthorisationRequested");
            }
            return of(
                    first.paymentId(),
                    first.orderId(),
                    first.method(),
                    first.amount(),
                    null,
                    PaymentAmounts.none(first.amount().currency()).evolve(first),
                    recordedAt,
                    recordedAt,
                    1);
        }
        return of(
                before.paymentId,
                before.orderId,
                before.method,
                before.money(before.amount),
                event instanceof PaymentDeclined declined
                        ? declined.reason()
                        : before.declineReason,
                before.amounts().evolve(event),
                before.createdAt,
                recordedAt,
                before.version + 1);
    }

    private static PaymentView of(
            PaymentId id,
            OrderId orderId,
            String method,
            Money amount,
            @Nullable String declineReason,
            PaymentAmounts folded,
            Instant createdAt,
            Instant updatedAt,
            long version) {
        return new PaymentView(
                id,
                orderId,
                folded.status(),
                method,
                amount.currency().getCurrencyCode(),
                amount.amount(),
                folded.authorised().amount(),
                folded.captured().amount(),
                folded.refunded().amount(),
                folded.voided().amount(),
                Money.zero(amount.currency()).amount(),
                folded.pending(ProviderOperation.AUTHORISE).amount(),
                folded.pending(ProviderOperation.CAPTURE).amount(),
                folded.pending(ProviderOperation.REFUND).amount(),
                declineReason,
                folded.pending(),
                createdAt,
                updatedAt,
                version);
    }

    /** The money behind this view, as the payment itself folds it. */
    public PaymentAmounts amounts() {
        return new PaymentAmounts(
                money(authorised),
                money(captured),
                money(refunded),
                money(voided),
                status == PaymentStatus.DECLINED,
                pendingOperations);
    }

    private Money money(BigDecimal value) {
        return new Money(value, Currency.getInstance(currency));
    }
}
