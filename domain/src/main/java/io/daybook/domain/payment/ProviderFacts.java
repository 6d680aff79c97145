package io.daybook.domain.payment;

import static io.daybook.domain.shared.Decision.accepted;
import static io.daybook.domain.shared.Decision.acceptedAll;
import static io.daybook.domain.shared.Decision.nothingToDo;
import static io.daybook.domain.shared.Decision.refused;

import io.daybook.domain.payment.PaymentAmounts.Pending;
import io.daybook.domain.payment.PaymentState.Created;
import io.daybook.domain.shared.Decision;
import io.daybook.domain.shared.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules of what the provider reports by itself. Each report counts once; what is older than
 * what is known changes nothing, so that they may arrive in any order.
 */
final class ProviderFacts {

    private ProviderFacts() {}

    static Decision<PaymentEvent, PaymentRejection> record(
            RecordProviderEvent command, Created payment) {
        if (payment.provider().events().contains(command.providerEventId())) {
            return nothingToDo();
        }
        return switch (effects(command, payment)) {
            case Decision.Refused<PaymentEvent, PaymentRejection> refused -> refused;
            case Decision.Accepted<PaymentEvent, PaymentRejection>(var effects) -> {
                var events = new ArrayList<PaymentEvent>();
                events.add(received(command, payment, !effects.isEmpty()));
                events.addAll(effects);
                yield acceptedAll(events);
            }
        };
    }

    /** Whether the event tells that an authorisation is over that was not answered before. */
    static boolean endsAuthorisation(ProviderEventReceived event) {
        return switch (event.fact()) {
            case "failed" -> PaymentRequests.AUTHORISE.equals(event.operationId());
            case "authorisation-ended" -> true;
            default -> false;
        };
    }

    private static ProviderEventReceived received(
            RecordProviderEvent command, Created payment, boolean hasEffects) {
        ProviderFact fact = command.fact();
        // The end of an operation that nobody here knows: its beginning, when it comes, is old.
        boolean remembered =
                fact instanceof ProviderFact.Failed && !payment.knows(fact.operationId());
        return new ProviderEventReceived(
                payment.id(),
                payment.orderId(),
                fact.operationId(),
                command.providerEventId(),
                fact.name(),
                command.occurredAt(),
                hasEffects || remembered);
    }

    private static Decision<PaymentEvent, PaymentRejection> effects(
            RecordProviderEvent command, Created payment) {
        Pending pending = payment.amounts().pending().get(command.fact().operationId());
        return switch (command.fact()) {
            case ProviderFact.Succeeded fact ->
                    pending == null
                            ? unasked(command, fact, payment)
                            : asked(command, fact, payment, pending);
            case ProviderFact.Failed fact -> acceptedAll(failed(fact, payment, pending));
            case ProviderFact.Processing _ -> nothingToDo();
            case ProviderFact.ActionRequired fact ->
                    pending == null
                            ? nothingToDo()
                            : acceptedAll(
                                    ProviderAnswers.actionRequired(
                                            fact.operationId(),
                                            payment,
                                            pending,
                                            fact.action(),
                                            fact.providerReference()));
            case ProviderFact.AuthorisationEnded fact -> acceptedAll(ended(fact, payment));
            case ProviderFact.Disputed fact -> acceptedAll(Disputes.reported(fact, payment));
        };
    }

    private static Decision<PaymentEvent, PaymentRejection> asked(
            RecordProviderEvent command,
            ProviderFact.Succeeded fact,
            Created payment,
            Pending pending) {
        boolean sameOperation = pending.operation() == fact.operation();
        boolean sameAmount =
                fact.amount() == null
                        || pending.operation() == ProviderOperation.VOID
                        || fact.amount().equals(pending.amount());
        return sameOperation && sameAmount
                ? acceptedAll(
                        ProviderAnswers.approved(
                                fact.operationId(), payment, pending, approval(fact)))
                : refused(new PaymentRejection.ProviderEventConflicts(command.providerEventId()));
    }

    /** Answered before, or begun at the provider. */
    private static Decision<PaymentEvent, PaymentRejection> unasked(
            RecordProviderEvent command, ProviderFact.Succeeded fact, Created payment) {
        PaymentAmounts amounts = payment.amounts();
        String operationId = fact.operationId();
        if (payment.knows(operationId)) {
            return isLateApproval(command, fact, payment)
                    ? acceptedAll(
                            ProviderAnswers.authorised(
                                    operationId, payment, payment.requested(), approval(fact)))
                    : nothingToDo();
        }
        Money amount = fact.amount();
        return switch (fact.operation()) {
            case AUTHORISE -> nothingToDo();
            case VOID ->
                    amounts.capturable().isPositive()
                            ? accepted(ProviderAnswers.released(operationId, payment))
                            : nothingToDo();
            case CAPTURE ->
                    amount != null && fits(amount, amounts.capturable())
                            ? acceptedAll(
                                    ProviderAnswers.captured(
                                            operationId, payment, amount, approval(fact)))
                            : refused(
                                    new PaymentRejection.ProviderEventConflicts(
                                            command.providerEventId()));
            case REFUND ->
                    amount != null && fits(amount, amounts.refundable())
                            ? accepted(
                                    ProviderAnswers.refunded(
                                            operationId, payment, amount, fact.providerReference()))
                            : refused(
                                    new PaymentRejection.ProviderEventConflicts(
                                            command.providerEventId()));
        };
    }

    /** Declined first, for example by another card, and approved after that. */
    private static boolean isLateApproval(
            RecordProviderEvent command, ProviderFact.Succeeded fact, Created payment) {
        var endedAt = payment.provider().endedAt();
        return fact.operation() == ProviderOperation.AUTHORISE
                && payment.amounts().declined()
                && (endedAt == null || !command.occurredAt().isBefore(endedAt));
    }

    private static boolean fits(Money amount, Money most) {
        return amount.currency().equals(most.currency())
                && amount.isPositive()
                && amount.compareTo(most) <= 0;
    }

    private static List<PaymentEvent> failed(
            ProviderFact.Failed fact, Created payment, @Nullable Pending pending) {
        if (pending != null) {
            return List.of(
                    ProviderAnswers.declined(fact.operationId(), payment, pending, fact.reason()));
        }
        Money given = payment.refunds().get(fact.operationId());
        return given == null
                ? List.of()
                : List.of(
                        new RefundReversed(
                                payment.id(),
                                payment.orderId(),
                                fact.operationId(),
                                given,
                                fact.reason()));
    }

    /**
     * One that was never answered is declined; else it answers the void, or nobody asked for it.
     */
    private static List<PaymentEvent> ended(ProviderFact.AuthorisationEnded fact, Created payment) {
        var asked = pending(ProviderOperation.AUTHORISE, payment);
        if (asked.isPresent()) {
            return List.of(
                    new PaymentDeclined(
                            payment.id(), payment.orderId(), asked.get(), fact.reason()));
        }
        var released = pending(ProviderOperation.VOID, payment);
        if (released.isPresent()) {
            return List.of(ProviderAnswers.released(released.get(), payment));
        }
        return payment.amounts().capturable().isPositive()
                ? List.of(PaymentRequests.expired(payment, fact.reason()))
                : List.of();
    }

    private static Optional<String> pending(ProviderOperation operation, Created payment) {
        return payment.amounts().pending().entrySet().stream()
                .filter(each -> each.getValue().operation() == operation)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static ProviderOutcome.Approved approval(ProviderFact.Succeeded fact) {
        return new ProviderOutcome.Approved(fact.providerReference(), fact.expiresAt(), false);
    }
}
