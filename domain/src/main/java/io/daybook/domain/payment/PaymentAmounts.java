package io.daybook.domain.payment;

import io.daybook.domain.shared.Money;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The money of a payment, folded from what the provider said.
 *
 * @param expired authorised once, and let go by time or by the provider
 * @param pending operations that were asked for and not answered, by operation id
 * @param disputes by the provider's id of the dispute
 */
public record PaymentAmounts(
        Money authorised,
        Money captured,
        Money refunded,
        Money voided,
        Money expired,
        boolean declined,
        Map<String, Pending> pending,
        Map<String, Dispute> disputes) {

    /**
     * An operation under way.
     *
     * @param amount 0 for a void, which takes whatever is left
     * @param inDoubt whether the provider was asked and gave no answer
     * @param customerAction what the customer has to do first; {@code null} when nothing
     */
    public record Pending(
            ProviderOperation operation,
            Money amount,
            boolean inDoubt,
            @Nullable String customerAction) {

        Pending doubted() {
            return new Pending(operation, amount, true, customerAction);
        }

        Pending waitingFor(String action) {
            return new Pending(operation, amount, false, action);
        }
    }

    public PaymentAmounts {
        pending = Map.copyOf(pending);
        disputes = Map.copyOf(disputes);
    }

    static PaymentAmounts none(Currency currency) {
        Money zero = Money.zero(currency);
        return new PaymentAmounts(zero, zero, zero, zero, zero, false, Map.of(), Map.of());
    }

    public Money pending(ProviderOperation operation) {
        return pending.values().stream()
                .filter(p -> p.operation == operation)
                .map(Pending::amount)
                .reduce(zero(), Money::plus);
    }

    public boolean isPending(ProviderOperation operation) {
        return pending.values().stream().anyMatch(p -> p.operation == operation);
    }

    /** Lost to the customer's bank. */
    public Money chargedBack() {
        return disputed(DisputeOutcome.LOST);
    }

    /** In disputes that are not decided. */
    public Money disputed() {
        return disputed(DisputeOutcome.OPEN);
    }

    private Money disputed(DisputeOutcome outcome) {
        return disputes.isEmpty()
                ? zero()
                : disputes.values().stream()
                        .filter(dispute -> dispute.outcome() == outcome)
                        .map(Dispute::amount)
                        .reduce(zero(), Money::plus);
    }

    /** Authorised, and neither captured, let go, nor about to be captured. */
    public Money capturable() {
        return authorised
                .minus(captured)
                .minus(voided)
                .minus(expired)
                .minus(pending(ProviderOperation.CAPTURE));
    }

    /** Captured, and neither refunded, disputed, charged back, nor about to be refunded. */
    public Money refundable() {
        return captured.minus(refunded)
                .minus(chargedBack())
                .minus(disputed())
                .minus(pending(ProviderOperation.REFUND));
    }

    /** Nothing of this payment is held or kept any more, and nothing is under way. */
    public boolean reversed() {
        return pending.isEmpty()
                && (declined
                        || (authorised.isPositive()
                                && capturable().isZero()
                                && refundable().isZero()
                                && disputed().isZero()));
    }

    /** Whether nobody knows what became of one of the operations. */
    public boolean inDoubt() {
        return pending.values().stream().anyMatch(Pending::inDoubt);
    }

    /** What the customer has to do before the authorisation goes on. */
    public Optional<String> customerAction() {
        return pending.values().stream()
                .map(Pending::customerAction)
                .filter(Objects::nonNull)
                .findFirst();
    }

    public PaymentStatus status() {
        if (inDoubt()) {
            return PaymentStatus.IN_DOUBT;
        }
        if (declined) {
            return PaymentStatus.DECLINED;
        }
        if (authorised.isZero()) {
            return customerAction().isPresent()
                    ? PaymentStatus.ACTION_REQUIRED
                    : PaymentStatus.CREATED;
        }
        return captured.isZero() ? statusOfAuthorisation() : statusOfCapture();
    }

    private PaymentStatus statusOfAuthorisation() {
        if (voided.isPositive()) {
            return PaymentStatus.VOIDED;
        }
        return expired.isPositive() ? PaymentStatus.EXPIRED : PaymentStatus.AUTHORISED;
    }

    private PaymentStatus statusOfCapture() {
        if (has(DisputeOutcome.OPEN)) {
            return PaymentStatus.DISPUTED;
        }
        if (has(DisputeOutcome.LOST)) {
            return PaymentStatus.LOST;
        }
        if (refunded.isPositive()) {
            return refunded.equals(captured)
                    ? PaymentStatus.REFUNDED
                    : PaymentStatus.PARTLY_REFUNDED;
        }
        if (has(DisputeOutcome.WON)) {
            return PaymentStatus.WON;
        }
        return captured.plus(voided).plus(expired).equals(authorised)
                ? PaymentStatus.CAPTURED
                : PaymentStatus.PARTLY_CAPTURED;
    }

    private boolean has(DisputeOutcome outcome) {
        return disputes.values().stream().anyMatch(dispute -> dispute.outcome() == outcome);
    }

    PaymentAmounts evolve(PaymentEvent event) {
        return PaymentFold.evolve(this, event);
    }

    private Money zero() {
        return Money.zero(authorised.currency());
    }
}
