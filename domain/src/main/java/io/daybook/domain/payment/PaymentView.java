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
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal expired,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal disputed,
        @Nullable String declineReason,
        @Nullable String customerAction,
        @Nullable Instant expiresAt,
        @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
                Map<String, PaymentAmounts.Pending> pendingOperations,
        @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
                Map<String, Dispute> disputes,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    @SuppressWarnings("ConstantValue") // absent in documents of earlier versions
    public PaymentView {
        pendingOperations = Map.copyOf(pendingOperations);
        disputes = disputes == null ? Map.of() : Map.copyOf(disputes);
        expired = expired == null ? BigDecimal.ZERO.setScale(amount.scale()) : expired;
        disputed = disputed == null ? BigDecimal.ZERO.setScale(amount.scale()) : disputed;
    }

    /**
     * Applies one event; {@code before} is {@code null} for the first, which says what the payment
     * is for.
     */
    public static PaymentView evolve(
            @Nullable PaymentView before, PaymentEvent event, Instant recordedAt) {
        return before == null ? first(event, recordedAt) : before.next(event, recordedAt);
    }

    private static PaymentView first(PaymentEvent event, Instant recordedAt) {
        return switch (event) {
            case AuthorisationRequested e -> first(e, e.method(), e.amount(), recordedAt);
            case OfflinePaymentRecorded e -> first(e, e.method(), e.amount(), recordedAt);
            default -> throw new IllegalStateException("a payment starts with what it is for");
        };
    }

    private static PaymentView first(
            PaymentEvent event, String method, Money amount, Instant recordedAt) {
        return of(
                event.paymentId(),
                event.orderId(),
                method,
                amount,
                null,
                null,
                PaymentAmounts.none(amount.currency()).evolve(event),
                recordedAt,
                recordedAt,
                1);
    }

    private PaymentView next(PaymentEvent event, Instant recordedAt) {
        return of(
                paymentId,
                orderId,
                method,
                money(amount),
                event instanceof PaymentDeclined declined ? declined.reason() : declineReason,
                event instanceof PaymentAuthorised authorised ? authorised.expiresAt() : expiresAt,
                amounts().evolve(event),
                createdAt,
                recordedAt,
                version + 1);
    }

    private static PaymentView of(
            PaymentId id,
            OrderId orderId,
            String method,
            Money amount,
            @Nullable String declineReason,
            @Nullable Instant expiresAt,
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
                folded.chargedBack().amount(),
                folded.pending(ProviderOperation.AUTHORISE).amount(),
                folded.pending(ProviderOperation.CAPTURE).amount(),
                folded.pending(ProviderOperation.REFUND).amount(),
                folded.expired().amount(),
                folded.disputed().amount(),
                declineReason,
                folded.customerAction().orElse(null),
                expiresAt,
                folded.pending(),
                folded.disputes(),
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
                money(expired),
                status == PaymentStatus.DECLINED,
                pendingOperations,
                disputes);
    }

    private Money money(BigDecimal value) {
        return new Money(value, Currency.getInstance(currency));
    }
}
