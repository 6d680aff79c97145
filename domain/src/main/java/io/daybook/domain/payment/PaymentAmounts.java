package io.daybook.domain.payment;

import io.daybook.domain.shared.Money;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The money of a payment, folded from what the provider said.
 *
 * @param pending operations that were asked for and not answered, by operation id
 */
public record PaymentAmounts(
        Money authorised,
        Money captured,
        Money refunded,
        Money voided,
        boolean declined,
        Map<String, Pending> pending) {

    /**
     * An operation under way.
     *
     * @param amount 0 for a void, which takes whatever is left
     * @param inDoubt whether the provider was asked and gave no answer
     */
    public record Pending(ProviderOperation operation, Money amount, boolean inDoubt) {

        Pending doubted() {
            return new Pending(operation, amount, true);
        }
    }

    public PaymentAmounts {
        pending = Map.copyOf(pending);
    }

    static PaymentAmounts none(Currency currency) {
        Money zero = Money.zero(currency);
        return new PaymentAmounts(zero, zero, zero, zero, false, Map.of());
    }

    public Money pending(ProviderOperation operation) {
        return pending.values().stream()
                .filter(p -> p.operation == operation)
                .map(Pending::amount)
                .reduce(Money.zero(authorised.currency()), Money::plus);
    }

    public boolean isPending(ProviderOperation operation) {
        return pending.values().stream().anyMatch(p -> p.operation == operation);
    }

    /** Authorised, and neither captured, voided, nor about to be captured. */
    public Money capturable() {
        return authorised.minus(captured).minus(voided).minus(pending(ProviderOperation.CAPTURE));
    }

    /** Captured, and neither refunded nor about to be. */
    public Money refundable() {
        return captured.minus(refunded).minus(pending(ProviderOperation.REFUND));
    }

    /** Nothing of this payment is held or kept any more, and nothing is under way. */
    public boolean reversed() {
        return pending.isEmpty()
                && (declined
                        || (authorised.isPositive()
                                && capturable().isZero()
                                && refundable().isZero()));
    }

    /** Whether nobody knows what became of one of the operations. */
    public boolean inDoubt() {
        return pending.values().stream().anyMatch(Pending::inDoubt);
    }

    public PaymentStatus status() {
        if (inDoubt()) {
            return PaymentStatus.IN_DOUBT;
        }
        if (declined) {
            return PaymentStatus.DECLINED;
        }
        if (authorised.isZero()) {
            return PaymentStatus.CREATED;
        }
        if (captured.isZero()) {
            return voided.isPositive() ? PaymentStatus.VOIDED : PaymentStatus.AUTHORISED;
        }
        if (refunded.isPositive()) {
            return refunded.equals(captured)
                    ? PaymentStatus.REFUNDED
                    : PaymentStatus.PARTLY_REFUNDED;
        }
        return captured.plus(voided).equals(authorised)
                ? PaymentStatus.CAPTURED
                : PaymentStatus.PARTLY_CAPTURED;
    }

    PaymentAmounts evolve(PaymentEvent event) {
        return switch (event) {
            case AuthorisationRequested e ->
                    asked(e.operationId(), ProviderOperation.AUTHORISE, e.amount());
            case CaptureRequested e ->
                    asked(e.operationId(), ProviderOperation.CAPTURE, e.amount());
            case RefundRequested e -> asked(e.operationId(), ProviderOperation.REFUND, e.amount());
            case VoidRequested e ->
                    asked(
                            e.operationId(),
                            ProviderOperation.VOID,
                            Money.zero(authorised.currency()));
            case PaymentAuthorised e -> answered(e, e.amount(), captured, refunded, voided);
            case PaymentCaptured e ->
                    answered(e, authorised, captured.plus(e.amount()), refunded, voided);
            case PaymentRefunded e ->
                    answered(e, authorised, captured, refunded.plus(e.amount()), voided);
            case PaymentVoided e ->
                    answered(e, authorised, captured, refunded, voided.plus(e.amount()));
            case CaptureFailed _, VoidFailed _, RefundFailed _ ->
                    answered(event, authorised, captured, refunded, voided);
            // A declined authorisation also settles a void that was waiting for it.
            case PaymentDeclined _ ->
                    new PaymentAmounts(authorised, captured, refunded, voided, true, Map.of());
            case ProviderOutcomeUnknown e -> doubted(e.operationId());
        };
    }

    private PaymentAmounts doubted(String operationId) {
        var same = new LinkedHashMap<>(pending);
        same.computeIfPresent(operationId, (_, operation) -> operation.doubted());
        return new PaymentAmounts(authorised, captured, refunded, voided, declined, same);
    }

    private PaymentAmounts asked(String operationId, ProviderOperation operation, Money amount) {
        var more = new LinkedHashMap<>(pending);
        more.put(operationId, new Pending(operation, amount, false));
        return new PaymentAmounts(authorised, captured, refunded, voided, declined, more);
    }

    private PaymentAmounts answered(
            PaymentEvent event,
            Money nowAuthorised,
            Money nowCaptured,
            Money nowRefunded,
            Money nowVoided) {
        var fewer = new LinkedHashMap<>(pending);
        fewer.remove(event.operationId());
        return new PaymentAmounts(
                nowAuthorised, nowCaptured, nowRefunded, nowVoided, declined, fewer);
    }
}
