package io.daybook.domain.returns;

import static io.daybook.domain.shared.Decision.acceptedAll;
import static io.daybook.domain.shared.Decision.nothingToDo;
import static io.daybook.domain.shared.Decision.refused;

import io.daybook.domain.returns.ReturnState.Requested;
import io.daybook.domain.returns.Settlement.StepStatus;
import io.daybook.domain.shared.Decision;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.RefundTo;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How a return is paid back: after every inspection what became due by it, in one or more steps,
 * and again where a step failed.
 */
final class SettlementDecisions {

    private SettlementDecisions() {}

    /** The settlement of what became due since the last one. */
    static ReturnSettlementDue next(Requested known) {
        ReturnLedger ledger = known.ledger();
        return due(
                known,
                ledger.settlements().size() + 1,
                1,
                known.request().refundTo(),
                ledger.entitled().minus(ledger.due()));
    }

    private static ReturnSettlementDue due(
            Requested known, int settlement, int attempt, RefundTo to, Money amount) {
        Money left = known.outboundTotal().minus(known.ledger().promisedToExchange());
        return new ReturnSettlementDue(
                known.request().returnId(),
                known.request().orderId(),
                settlement,
                attempt,
                to,
                amount,
                left.isNegative() ? known.ledger().zero() : amount.min(left),
                known.replacementId());
    }

    static Decision<ReturnEvent, ReturnRejection> plan(PlanSettlement command, Requested known) {
        Settlement settlement = known.ledger().settlement(command.settlement()).orElse(null);
        if (settlement == null) {
            return refused(new ReturnRejection.UnknownSettlement(command.settlement()));
        }
        if (settlement.planned() || settlement.attempt() != command.attempt()) {
            return nothingToDo();
        }
        Money zero = known.ledger().zero();
        Money planned = command.steps().stream().map(RefundStep::amount).reduce(zero, Money::plus);
        Money open = settlement.open();
        if (planned.compareTo(open) > 0) {
            return refused(new ReturnRejection.ExceedsDue(planned, open));
        }
        Money carried =
                command.steps().stream()
                        .filter(step -> step.target() != RefundStep.Target.PAYMENT)
                        .map(RefundStep::amount)
                        .reduce(known.ledger().carried(), Money::plus);
        return acceptedAll(
                withSettled(
                        known,
                        List.of(
                                new ReturnSettlementPlanned(
                                        command.returnId(),
                                        known.request().orderId(),
                                        command.settlement(),
                                        command.steps(),
                                        open.minus(planned),
                                        known.ledger().due().minus(carried),
                                        command.creditTo()))));
    }

    static Decision<ReturnEvent, ReturnRejection> record(RecordRefund command, Requested known) {
        String operation = command.operationId();
        Settlement settlement = known.ledger().settlementOf(operation).orElse(null);
        if (settlement == null) {
            return refused(new ReturnRejection.UnknownOperation(operation));
        }
        Settlement.Step step = ReturnLedger.step(settlement, operation).orElseThrow();
        if (step.status() != StepStatus.UNDER_WAY) {
            return nothingToDo();
        }
        Money amount = step.refund().amount();
        String failure = command.failure();
        ReturnEvent answer =
                failure == null
                        ? new ReturnRefundMade(
                                command.returnId(),
                                known.request().orderId(),
                                settlement.number(),
                                operation,
                                amount)
                        : new ReturnRefundFailed(
                                command.returnId(),
                                known.request().orderId(),
                                settlement.number(),
                                operation,
                                amount,
                                failure);
        return acceptedAll(withSettled(known, List.of(answer)));
    }

    static Decision<ReturnEvent, ReturnRejection> again(SettleReturn command, Requested known) {
        if (known.ledger().settlements().isEmpty()) {
            return ReturnDecider.wrongStatus("SettleReturn", known);
        }
        var events = new ArrayList<ReturnEvent>();
        Requested next = known;
        for (Settlement each : known.ledger().settlements()) {
            if (each.status() == Settlement.Status.FAILED) {
                RefundTo to = Objects.requireNonNullElse(command.refundTo(), each.refundTo());
                var due = due(next, each.number(), each.attempt() + 1, to, each.open());
                events.add(due);
                next = ReturnDecider.after(next, List.of(due));
            }
        }
        return events.isEmpty() ? nothingToDo() : acceptedAll(events);
    }

    /** The events, and that everything is settled if it is by them. */
    static List<ReturnEvent> withSettled(Requested known, List<? extends ReturnEvent> events) {
        var all = new ArrayList<ReturnEvent>(events);
        Requested after = ReturnDecider.after(known, events);
        if (after.ledger().complete()) {
            all.add(settled(after));
        }
        return all;
    }

    static ReturnSettled settled(Requested known) {
        return new ReturnSettled(
                known.request().returnId(),
                known.request().orderId(),
                known.ledger().made(),
                known.returned());
    }
}
