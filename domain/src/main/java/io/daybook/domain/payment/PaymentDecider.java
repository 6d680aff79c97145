package io.daybook.domain.payment;

import static io.daybook.domain.shared.Decision.accepted;
import static io.daybook.domain.shared.Decision.acceptedAll;
import static io.daybook.domain.shared.Decision.nothingToDo;
import static io.daybook.domain.shared.Decision.refused;

import io.daybook.domain.payment.PaymentAmounts.Pending;
import io.daybook.domain.payment.PaymentState.Created;
import io.daybook.domain.payment.PaymentState.NotCreated;
import io.daybook.domain.shared.Decision;
import io.daybook.domain.shared.Money;
import java.util.ArrayList;
import java.util.List;

/** The rules of a payment: pure, no clock, no chance, and no call to a provider. */
public final class PaymentDecider {

    private static final String AUTHORISE = "authorise";
    private static final String REVERSAL = "reversal-";
    private static final String REVERSAL_VOID = REVERSAL + "void";
    private static final String REVERSAL_REFUND = REVERSAL + "refund";

    private PaymentDecider() {}

    /**
     * Whether an operation is part of giving everything back, and not one that somebody asked for.
     */
    public static boolean isReversal(String operationId) {
        return operationId.startsWith(REVERSAL);
    }

    public static Decision<PaymentEvent, PaymentRejection> decide(
            PaymentCommand command, PaymentState state) {
        return switch (state) {
            case NotCreated _ ->
                    command instanceof AuthorisePayment c
                            ? accepted(
                                    new AuthorisationRequested(
                                            c.paymentId(),
                                            c.orderId(),
                                            AUTHORISE,
                                            c.amount(),
                                            c.method(),
                                            c.token()))
                            : refused(new PaymentRejection.UnknownPayment(command.paymentId()));
            case Created payment ->
                    switch (command) {
                        case AuthorisePayment c -> authoriseAgain(c, payment);
                        case CapturePayment c -> capture(c, payment);
                        case VoidPayment c -> release(c, payment);
                        case RefundPayment c -> refund(c, payment);
                        case ReversePayment c -> reverse(c, payment);
                        case RecordProviderOutcome c -> record(c, payment);
                    };
        };
    }

    private static Decision<PaymentEvent, PaymentRejection> authoriseAgain(
            AuthorisePayment command, Created payment) {
        return payment.orderId().equals(command.orderId())
                        && payment.requested().equals(command.amount())
                ? nothingToDo()
                : refused(new PaymentRejection.PaymentDiffers(payment.id()));
    }

    private static Decision<PaymentEvent, PaymentRejection> capture(
            CapturePayment command, Created payment) {
        if (payment.operations().contains(command.operationId())) {
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
                                payment.id(), payment.orderId(), command.operationId(), amount));
    }

    private static Decision<PaymentEvent, PaymentRejection> release(
            VoidPayment command, Created payment) {
        PaymentAmounts amounts = payment.amounts();
        if (payment.operations().contains(command.operationId())) {
            return nothingToDo();
        }
        if (amounts.isPending(ProviderOperation.AUTHORISE)) {
            return refused(new PaymentRejection.OperationPending(ProviderOperation.AUTHORISE));
        }
        if (amounts.isPending(ProviderOperation.CAPTURE)) {
            return refused(new PaymentRejection.OperationPending(ProviderOperation.CAPTURE));
        }
        return amounts.isPending(ProviderOperation.VOID) || !amounts.capturable().isPositive()
                ? refused(new PaymentRejection.NothingToVoid(amounts.status()))
                : accepted(
                        new VoidRequested(payment.id(), payment.orderId(), command.operationId()));
    }

    private static Decision<PaymentEvent, PaymentRejection> refund(
            RefundPayment command, Created payment) {
        if (payment.operations().contains(command.operationId())) {
            return nothingToDo();
        }
        Money refundable = payment.amounts().refundable();
        if (!command.amount().currency().equals(refundable.currency())) {
            return refused(currencyDiffers(command.amount(), refundable));
        }
        return command.amount().compareTo(refundable) > 0
                ? refused(new PaymentRejection.ExceedsCaptured(command.amount(), refundable))
                : accepted(
                        new RefundRequested(
                                payment.id(),
                                payment.orderId(),
                                command.operationId(),
                                command.amount(),
                                command.reason()));
    }

    private static Decision<PaymentEvent, PaymentRejection> reverse(
            ReversePayment command, Created payment) {
        PaymentAmounts amounts = payment.amounts();
        if (amounts.isPending(ProviderOperation.CAPTURE)) {
            return refused(new PaymentRejection.OperationPending(ProviderOperation.CAPTURE));
        }
        var events = new ArrayList<PaymentEvent>();
        // An authorisation that is still being asked for is voided as soon as it is answered.
        boolean held =
                amounts.capturable().isPositive() || amounts.isPending(ProviderOperation.AUTHORISE);
        if (held && !amounts.isPending(ProviderOperation.VOID)) {
            events.add(voidRequested(payment));
        }
        if (amounts.refundable().isPositive()) {
            events.add(
                    new RefundRequested(
                            payment.id(),
                            payment.orderId(),
                            nextAttempt(REVERSAL_REFUND, payment),
                            amounts.refundable(),
                            command.reason()));
        }
        return acceptedAll(events);
    }

    private static Decision<PaymentEvent, PaymentRejection> record(
            RecordProviderOutcome command, Created payment) {
        Pending pending = payment.amounts().pending().get(command.operationId());
        return pending == null
                ? nothingToDo() // answered before: providers repeat themselves
                : switch (command.outcome()) {
                    case ProviderOutcome.Approved o ->
                            acceptedAll(approvedAll(command, payment, pending, o));
                    case ProviderOutcome.Declined o ->
                            accepted(declined(command, payment, pending, o));
                    case ProviderOutcome.Unknown _ ->
                            pending.inDoubt()
                                    ? nothingToDo()
                                    : accepted(
                                            new ProviderOutcomeUnknown(
                                                    payment.id(),
                                                    payment.orderId(),
                                                    command.operationId(),
                                                    pending.operation()));
                };
    }

    private static List<PaymentEvent> approvedAll(
            RecordProviderOutcome command,
            Created payment,
            Pending pending,
            ProviderOutcome.Approved outcome) {
        PaymentEvent approved = approved(command, payment, pending, outcome);
        // A void that overtook an authorisation in doubt found nothing to void.
        boolean voidedTooEarly =
                pending.operation() == ProviderOperation.AUTHORISE
                        && attempts(REVERSAL_VOID, payment) > 0
                        && !payment.amounts().isPending(ProviderOperation.VOID);
        return voidedTooEarly ? List.of(approved, voidRequested(payment)) : List.of(approved);
    }

    /**
     * Each attempt has an id of its own: to a repeated one the provider only repeats its answer.
     */
    private static VoidRequested voidRequested(Created payment) {
        return new VoidRequested(
                payment.id(), payment.orderId(), nextAttempt(REVERSAL_VOID, payment));
    }

    private static String nextAttempt(String operation, Created payment) {
        long before = attempts(operation, payment);
        return before == 0 ? operation : operation + '-' + (before + 1);
    }

    private static long attempts(String operation, Created payment) {
        return payment.operations().stream().filter(id -> id.startsWith(operation)).count();
    }

    private static PaymentEvent approved(
            RecordProviderOutcome command,
            Created payment,
            Pending pending,
            ProviderOutcome.Approved outcome) {
        String operation = command.operationId();
        String reference = outcome.providerReference();
        return switch (pending.operation()) {
            case AUTHORISE ->
                    new PaymentAuthorised(
                            payment.id(),
                            payment.orderId(),
                            operation,
                            pending.amount(),
                            reference);
            case CAPTURE ->
                    new PaymentCaptured(
                            payment.id(),
                            payment.orderId(),
                            operation,
                            pending.amount(),
                            reference);
            case VOID -> {
                Money amount = payment.amounts().capturable();
                var voided =
                        new PaymentVoided(
                                payment.id(), payment.orderId(), operation, amount, false);
                yield new PaymentVoided(
                        payment.id(),
                        payment.orderId(),
                        operation,
                        amount,
                        leavesNothing(payment, voided));
            }
            case REFUND -> {
                Money amount = pending.amount();
                var refunded =
                        new PaymentRefunded(
                                payment.id(),
                                payment.orderId(),
                                operation,
                                amount,
                                reference,
                                false);
                yield new PaymentRefunded(
                        payment.id(),
                        payment.orderId(),
                        operation,
                        amount,
                        reference,
                        leavesNothing(payment, refunded));
            }
        };
    }

    private static boolean leavesNothing(Created payment, PaymentEvent event) {
        return payment.amounts().evolve(event).reversed();
    }

    private static PaymentEvent declined(
            RecordProviderOutcome command,
            Created payment,
            Pending pending,
            ProviderOutcome.Declined outcome) {
        String operation = command.operationId();
        String reason = outcome.reason();
        return switch (pending.operation()) {
            case AUTHORISE ->
                    new PaymentDeclined(payment.id(), payment.orderId(), operation, reason);
            case CAPTURE ->
                    new CaptureFailed(
                            payment.id(), payment.orderId(), operation, pending.amount(), reason);
            case VOID -> new VoidFailed(payment.id(), payment.orderId(), operation, reason);
            case REFUND ->
                    new RefundFailed(
                            payment.id(), payment.orderId(), operation, pending.amount(), reason);
        };
    }

    private static PaymentRejection currencyDiffers(Money requested, Money held) {
        return new PaymentRejection.CurrencyDiffers(
                requested.currency().getCurrencyCode(), held.currency().getCurrencyCode());
    }
}
