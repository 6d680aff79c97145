package io.daybook.domain.payment;

import static io.daybook.domain.shared.Decision.acceptedAll;
import static io.daybook.domain.shared.Decision.refused;

import io.daybook.domain.payment.PaymentState.Created;
import io.daybook.domain.shared.Decision;
import io.daybook.domain.shared.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules of giving everything back, whatever the state. */
final class Reversals {

    private static final String REVERSAL = "reversal-";
    private static final String VOID = REVERSAL + "void";
    private static final String REFUND = REVERSAL + "refund";

    private Reversals() {}

    static boolean isReversal(String operationId) {
        return operationId.startsWith(REVERSAL);
    }

    static Decision<PaymentEvent, PaymentRejection> reverse(
            ReversePayment command, Created payment) {
        PaymentAmounts amounts = payment.amounts();
        Optional<ProviderOperation> undecided = askedByOthers(amounts);
        if (undecided.isPresent()) {
            return refused(new PaymentRejection.OperationPending(undecided.get()));
        }
        var events = new ArrayList<PaymentEvent>();
        // An authorisation that is still being asked for is voided as soon as it is answered.
        boolean held =
                amounts.capturable().isPositive() || amounts.isPending(ProviderOperation.AUTHORISE);
        if (held && !amounts.isPending(ProviderOperation.VOID)) {
            events.add(voidRequested(payment, payment.route()));
        }
        if (amounts.refundable().isPositive()) {
            events.add(refundRequested(payment, amounts.refundable(), command.reason()));
        }
        return acceptedAll(events);
    }

    /** What is left to give back depends on these: any of them may still fail. */
    private static Optional<ProviderOperation> askedByOthers(PaymentAmounts amounts) {
        return amounts.pending().entrySet().stream()
                .filter(pending -> !isReversal(pending.getKey()))
                .map(pending -> pending.getValue().operation())
                .filter(operation -> operation != ProviderOperation.AUTHORISE)
                .sorted()
                .findFirst();
    }

    /** Whether somebody wanted everything back before. */
    static boolean isWanted(Created payment) {
        return payment.operations().stream().anyMatch(Reversals::isReversal);
    }

    /** Whether a void was asked for that found nothing to void. */
    static boolean voidedTooEarly(Created payment) {
        return attempts(VOID, payment) > 0 && !payment.amounts().isPending(ProviderOperation.VOID);
    }

    /**
     * Each attempt has an id of its own: to a repeated one the provider only repeats its answer.
     */
    static VoidRequested voidRequested(Created payment, @Nullable PaymentRoute route) {
        return new VoidRequested(
                payment.id(), payment.orderId(), nextAttempt(VOID, payment), route);
    }

    static RefundRequested refundRequested(Created payment, Money amount, String reason) {
        return new RefundRequested(
                payment.id(),
                payment.orderId(),
                nextAttempt(REFUND, payment),
                amount,
                reason,
                List.of(),
                payment.route());
    }

    private static String nextAttempt(String operation, Created payment) {
        long before = attempts(operation, payment);
        return before == 0 ? operation : operation + '-' + (before + 1);
    }

    private static long attempts(String operation, Created payment) {
        return payment.operations().stream().filter(id -> id.startsWith(operation)).count();
    }
}
