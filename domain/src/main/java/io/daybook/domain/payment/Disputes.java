package io.daybook.domain.payment;

import static io.daybook.domain.shared.Decision.accepted;
import static io.daybook.domain.shared.Decision.acceptedAll;
import static io.daybook.domain.shared.Decision.nothingToDo;
import static io.daybook.domain.shared.Decision.refused;

import io.daybook.domain.payment.PaymentState.Created;
import io.daybook.domain.shared.Decision;
import io.daybook.domain.shared.Money;
import java.util.ArrayList;
import java.util.List;

/** The rules of disputes. */
final class Disputes {

    private Disputes() {}

    static Decision<PaymentEvent, PaymentRejection> open(OpenDispute command, Created payment) {
        Money refundable = payment.amounts().refundable();
        if (!command.amount().currency().equals(refundable.currency())) {
            return refused(PaymentRequests.currencyDiffers(command.amount(), refundable));
        }
        Dispute known = payment.amounts().disputes().get(command.disputeId());
        if (known != null) {
            return known.amount().equals(command.amount())
                    ? nothingToDo()
                    : refused(new PaymentRejection.DisputeDiffers(command.disputeId()));
        }
        return command.amount().compareTo(refundable) > 0
                ? refused(new PaymentRejection.ExceedsCaptured(command.amount(), refundable))
                : accepted(
                        opened(payment, command.disputeId(), command.amount(), command.reason()));
    }

    static Decision<PaymentEvent, PaymentRejection> close(CloseDispute command, Created payment) {
        Dispute known = payment.amounts().disputes().get(command.disputeId());
        if (known == null) {
            return refused(new PaymentRejection.UnknownDispute(command.disputeId()));
        }
        if (known.outcome() == DisputeOutcome.OPEN) {
            return acceptedAll(
                    closed(payment, command.disputeId(), known.amount(), command.outcome()));
        }
        return known.outcome() == command.outcome()
                ? nothingToDo()
                : refused(new PaymentRejection.DisputeDiffers(command.disputeId()));
    }

    /**
     * What the provider reports is a fact: of a dispute over more than was kept, the part that was
     * kept counts. The end may be reported before the beginning.
     */
    static List<PaymentEvent> reported(ProviderFact.Disputed fact, Created payment) {
        Dispute known = payment.amounts().disputes().get(fact.disputeId());
        if (known != null) {
            return known.outcome() == DisputeOutcome.OPEN && fact.outcome() != DisputeOutcome.OPEN
                    ? closed(payment, fact.disputeId(), known.amount(), fact.outcome())
                    : List.of();
        }
        Money amount = fact.amount().min(payment.amounts().refundable());
        if (!amount.isPositive()) {
            return List.of();
        }
        var opened = opened(payment, fact.disputeId(), amount, fact.reason());
        if (fact.outcome() == DisputeOutcome.OPEN) {
            return List.of(opened);
        }
        var events = new ArrayList<PaymentEvent>(List.of(opened));
        if (payment.evolve(opened) instanceof Created disputed) {
            events.addAll(closed(disputed, fact.disputeId(), amount, fact.outcome()));
        }
        return events;
    }

    private static DisputeOpened opened(
            Created payment, String disputeId, Money amount, String reason) {
        return new DisputeOpened(
                payment.id(), payment.orderId(), disputeId, disputeId, amount, reason);
    }

    /** Money that is free again, and that somebody wanted back meanwhile, is given back. */
    private static List<PaymentEvent> closed(
            Created payment, String disputeId, Money amount, DisputeOutcome outcome) {
        var closed = closed(payment, disputeId, amount, outcome, false);
        boolean nothingLeft = payment.leavesNothing(closed);
        var event = closed(payment, disputeId, amount, outcome, nothingLeft);
        return outcome == DisputeOutcome.WON && Reversals.isWanted(payment)
                ? List.of(event, Reversals.refundRequested(payment, amount, "dispute-won"))
                : List.of(event);
    }

    private static DisputeClosed closed(
            Created payment,
            String disputeId,
            Money amount,
            DisputeOutcome outcome,
            boolean nothingLeft) {
        return new DisputeClosed(
                payment.id(),
                payment.orderId(),
                disputeId,
                disputeId,
                amount,
                outcome,
                nothingLeft);
    }
}
