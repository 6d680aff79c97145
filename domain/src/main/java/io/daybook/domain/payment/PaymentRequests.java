package io.daybook.domain.payment;

import static io.daybook.domain.shared.Decision.accepted;
import static io.daybook.domain.shared.Decision.nothingToDo;
import static io.daybook.domain.shared.Decision.refused;

import io.daybook.domain.payment.PaymentState.Created;
import io.daybook.domain.shared.Decision;
import io.daybook.domain.shared.Money;
import java.time.Instant;
import java.util.List;

/** The rules of what callers ask of a provider: the intent is stored, the call comes after it. */
final class PaymentRequests {

    static final String AUTHORISE = "authorise";
    private static final String EXPIRY = "expiry";

    private PaymentRequests() {}

    static AuthorisationRequested authorisation(AuthorisePayment command) {
        return new AuthorisationRequested(
                command.paymentId(),
                command.orderId(),
                AUTHORISE,
                command.amount(),
                command.method(),
                command.token());
    }

    static Decision<PaymentEvent, PaymentRejection> authoriseAgain(
            AuthorisePayment command, Created payment) {
        boolean same =
                payment.orderId().equals(command.orderId())
                        && payment.requested().equals(command.amount())
                        && payment.provider().method().equals(command.method())
                        && command.token().equals(payment.provider().token());
        return same ? nothingToDo() : refused(new PaymentRejection.PaymentDiffers(payment.id()));
    }

    static Decision<PaymentEvent, PaymentRejection> capture(
            CapturePayment command, Created payment) {
        if (payment.knows(command.operationId())) {
            return nothingToDo();
        }
        Money capturable = payment.amounts().capturable();
        Money amount = command.amount() == null ? capturable : command.amount();
        if (!amount.currency().equals(capturable.currency())) {
            return refused(currencyDiffers(amount, capturable));
        }
        if (payment.amounts().isPending(ProviderOperation.VOID) || !capturable.isPositive()) {
            return refused(new PaymentRejection.NothingToCapture(payment.amounts().status()));
        }
        return amount.compareTo(capturable) > 0
                ? refused(new PaymentRejection.ExceedsAuthorised(amount, capturable))
                : accepted(
                        new CaptureRequested(
                                payment.id(),
                                payment.orderId(),
                                command.operationId(),
                                amount,
                                payment.route()));
    }

    static Decision<PaymentEvent, PaymentRejection> release(VoidPayment command, Created payment) {
        PaymentAmounts amounts = payment.amounts();
        if (payment.knows(command.operationId())) {
            return nothingToDo();
        }
        boolean abandons = amounts.customerAction().isPresent() && !amounts.inDoubt();
        if (amounts.isPending(ProviderOperation.AUTHORISE) && !abandons) {
            return refused(new PaymentRejection.OperationPending(ProviderOperation.AUTHORISE));
        }
        if (amounts.isPending(ProviderOperation.CAPTURE)) {
            return refused(new PaymentRejection.OperationPending(ProviderOperation.CAPTURE));
        }
        boolean held = abandons || amounts.capturable().isPositive();
        return amounts.isPending(ProviderOperation.VOID) || !held
                ? refused(new PaymentRejection.NothingToVoid(amounts.status()))
                : accepted(
                        new VoidRequested(
                                payment.id(),
                                payment.orderId(),
                                command.operationId(),
                                payment.route()));
    }

    static Decision<PaymentEvent, PaymentRejection> refund(RefundPayment command, Created payment) {
        if (payment.knows(command.operationId())) {
            return nothingToDo();
        }
        Money refundable = payment.amounts().refundable();
        if (!command.amount().currency().equals(refundable.currency())) {
            return refused(currencyDiffers(command.amount(), refundable));
        }
        if (command.amount().compareTo(refundable) > 0) {
            Money soon = refundable.plus(payment.amounts().pending(ProviderOperation.CAPTURE));
            return command.amount().compareTo(soon) > 0
                    ? refused(new PaymentRejection.ExceedsCaptured(command.amount(), refundable))
                    : refused(new PaymentRejection.OperationPending(ProviderOperation.CAPTURE));
        }
        return accepted(
                new RefundRequested(
                        payment.id(),
                        payment.orderId(),
                        command.operationId(),
                        command.amount(),
                        command.reason(),
                        command.also(),
                        payment.route()));
    }

    static Decision<PaymentEvent, PaymentRejection> expire(
            ExpireAuthorisation command, Created payment) {
        PaymentAmounts amounts = payment.amounts();
        Instant expiresAt = payment.provider().expiresAt();
        if (expiresAt == null) {
            return nothingToDo();
        }
        // What is being captured or voided may still turn out to be held.
        for (var operation : List.of(ProviderOperation.CAPTURE, ProviderOperation.VOID)) {
            if (amounts.isPending(operation)) {
                return refused(new PaymentRejection.OperationPending(operation));
            }
        }
        if (!amounts.capturable().isPositive()) {
            return nothingToDo();
        }
        return command.now().isBefore(expiresAt)
                ? refused(new PaymentRejection.NotDue(expiresAt))
                : accepted(expired(payment, "expired"));
    }

    static AuthorisationExpired expired(Created payment, String reason) {
        var expired =
                new AuthorisationExpired(
                        payment.id(),
                        payment.orderId(),
                        EXPIRY,
                        payment.amounts().capturable(),
                        reason,
                        false);
        return new AuthorisationExpired(
                payment.id(),
                payment.orderId(),
                EXPIRY,
                payment.amounts().capturable(),
                reason,
                payment.leavesNothing(expired));
    }

    static PaymentRejection currencyDiffers(Money requested, Money held) {
        return new PaymentRejection.CurrencyDiffers(
                requested.currency().getCurrencyCode(), held.currency().getCurrencyCode());
    }
}
