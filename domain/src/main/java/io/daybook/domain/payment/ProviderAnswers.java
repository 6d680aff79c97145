package io.daybook.domain.payment;

import static io.daybook.domain.shared.Decision.accepted;
import static io.daybook.domain.shared.Decision.acceptedAll;
import static io.daybook.domain.shared.Decision.nothingToDo;
import static io.daybook.domain.shared.Decision.refused;

import io.daybook.domain.payment.PaymentAmounts.Pending;
import io.daybook.domain.payment.PaymentState.Created;
import io.daybook.domain.shared.Decision;
import io.daybook.domain.shared.Money;
import java.util.List;

/** The rules of what the provider answers to an operation. */
final class ProviderAnswers {

    private ProviderAnswers() {}

    static Decision<PaymentEvent, PaymentRejection> record(
            RecordProviderOutcome command, Created payment) {
        String operationId = command.operationId();
        Pending pending = payment.amounts().pending().get(operationId);
        return pending == null
                ? nothingToDo() // answered before: providers repeat themselves
                : switch (command.outcome()) {
                    case ProviderOutcome.Approved o ->
                            acceptedAll(approved(operationId, payment, pending, o));
                    case ProviderOutcome.Declined o ->
                            accepted(declined(operationId, payment, pending, o.reason()));
                    case ProviderOutcome.ActionRequired o ->
                            acceptedAll(
                                    actionRequired(
                                            operationId,
                                            payment,
                                            pending,
                                            o.action(),
                                            o.providerReference()));
                    case ProviderOutcome.Unknown _ ->
                            pending.inDoubt()
                                    ? nothingToDo()
                                    : accepted(
                                            new ProviderOutcomeUnknown(
                                                    payment.id(),
                                                    payment.orderId(),
                                                    operationId,
                                                    pending.operation()));
                };
    }

    static Decision<PaymentEvent, PaymentRejection> resolve(ResolveDoubt command, Created payment) {
        String operationId = command.operationId();
        if (!payment.knows(operationId)) {
            return refused(new PaymentRejection.UnknownOperation(operationId));
        }
        Pending pending = payment.amounts().pending().get(operationId);
        if (pending == null) {
            return nothingToDo(); // the provider was faster
        }
        if (!pending.inDoubt()) {
            return refused(new PaymentRejection.NotInDoubt(operationId));
        }
        return command.happened()
                ? acceptedAll(
                        approved(
                                operationId,
                                payment,
                                pending,
                                new ProviderOutcome.Approved(command.evidence())))
                : accepted(declined(operationId, payment, pending, command.evidence()));
    }

    /** Nothing when the customer knows already, or when nobody waits for him. */
    static List<PaymentEvent> actionRequired(
            String operationId,
            Created payment,
            Pending pending,
            String action,
            String providerReference) {
        return pending.operation() == ProviderOperation.AUTHORISE
                        && (pending.customerAction() == null || pending.inDoubt())
                ? List.of(
                        new CustomerActionRequired(
                                payment.id(),
                                payment.orderId(),
                                operationId,
                                action,
                                providerReference))
                : List.of();
    }

    static List<PaymentEvent> approved(
            String operationId,
            Created payment,
            Pending pending,
            ProviderOutcome.Approved outcome) {
        return switch (pending.operation()) {
            case AUTHORISE -> authorised(operationId, payment, pending.amount(), outcome);
            case CAPTURE -> captured(operationId, payment, pending.amount(), outcome);
            case VOID -> List.of(released(operationId, payment));
            case REFUND ->
                    List.of(
                            refunded(
                                    operationId,
                                    payment,
                                    pending.amount(),
                                    outcome.providerReference()));
        };
    }

    /** A void that overtook the authorisation found nothing to void, and is asked for again. */
    static List<PaymentEvent> authorised(
            String operationId, Created payment, Money amount, ProviderOutcome.Approved outcome) {
        var authorised =
                new PaymentAuthorised(
                        payment.id(),
                        payment.orderId(),
                        operationId,
                        amount,
                        outcome.providerReference(),
                        outcome.expiresAt());
        return Reversals.voidedTooEarly(payment)
                ? List.of(
                        authorised,
                        Reversals.voidRequested(
                                payment,
                                new PaymentRoute(
                                        payment.provider().method(), outcome.providerReference())))
                : List.of(authorised);
    }

    static List<PaymentEvent> captured(
            String operationId, Created payment, Money amount, ProviderOutcome.Approved outcome) {
        var captured =
                new PaymentCaptured(
                        payment.id(),
                        payment.orderId(),
                        operationId,
                        amount,
                        outcome.providerReference());
        PaymentAmounts after = payment.amounts().evolve(captured);
        boolean restGone =
                outcome.restReleased()
                        && after.capturable().isPositive()
                        && !after.isPending(ProviderOperation.CAPTURE);
        return restGone
                ? List.of(
                        captured,
                        new PaymentVoided(
                                payment.id(),
                                payment.orderId(),
                                operationId + "-rest",
                                after.capturable(),
                                false))
                : List.of(captured);
    }

    /** What is left of the authorisation; the end of one that waited for the customer. */
    static PaymentEvent released(String operationId, Created payment) {
        for (var other : payment.amounts().pending().entrySet()) {
            boolean waited =
                    other.getValue().operation() == ProviderOperation.AUTHORISE
                            && other.getValue().customerAction() != null
                            && !other.getValue().inDoubt();
            if (waited) {
                return new PaymentDeclined(
                        payment.id(), payment.orderId(), other.getKey(), "abandoned");
            }
        }
        Money amount = payment.amounts().capturable();
        var voided = new PaymentVoided(payment.id(), payment.orderId(), operationId, amount, false);
        return new PaymentVoided(
                payment.id(),
                payment.orderId(),
                operationId,
                amount,
                payment.leavesNothing(voided));
    }

    static PaymentRefunded refunded(
            String operationId, Created payment, Money amount, String reference) {
        var refunded =
                new PaymentRefunded(
                        payment.id(), payment.orderId(), operationId, amount, reference, false);
        return new PaymentRefunded(
                payment.id(),
                payment.orderId(),
                operationId,
                amount,
                reference,
                payment.leavesNothing(refunded));
    }

    static PaymentEvent declined(
            String operationId, Created payment, Pending pending, String reason) {
        return switch (pending.operation()) {
            case AUTHORISE ->
                    new PaymentDeclined(payment.id(), payment.orderId(), operationId, reason);
            case CAPTURE ->
                    new CaptureFailed(
                            payment.id(), payment.orderId(), operationId, pending.amount(), reason);
            case VOID -> new VoidFailed(payment.id(), payment.orderId(), operationId, reason);
            case REFUND ->
                    new RefundFailed(
                            payment.id(), payment.orderId(), operationId, pending.amount(), reason);
        };
    }
}
