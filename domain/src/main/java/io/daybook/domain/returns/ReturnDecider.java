package io.daybook.domain.returns;

import static io.daybook.domain.shared.Decision.accepted;
import static io.daybook.domain.shared.Decision.acceptedAll;
import static io.daybook.domain.shared.Decision.nothingToDo;
import static io.daybook.domain.shared.Decision.refused;

import io.daybook.domain.returns.ReturnState.NotRequested;
import io.daybook.domain.returns.ReturnState.Requested;
import io.daybook.domain.shared.Decision;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The rules of a return: pure, no clock, no chance, no I/O. */
public final class ReturnDecider {

    private ReturnDecider() {}

    public static Decision<ReturnEvent, ReturnRejection> decide(
            ReturnCommand command, ReturnState state) {
        return switch (state) {
            case NotRequested _ ->
                    command instanceof RequestReturn c
                            ? request(c)
                            : refused(new ReturnRejection.UnknownReturn(command.returnId()));
            case Requested known ->
                    switch (command) {
                        case RequestReturn c -> requestAgain(c, known);
                        case ApproveReturn c -> approve(c, known);
                        case DeclineReturn c -> decline(c, known);
                        case ReceiveReturn c -> GoodsDecisions.receive(c, known);
                        case InspectReturn c -> GoodsDecisions.inspect(c, known);
                        case PlanSettlement c -> SettlementDecisions.plan(c, known);
                        case RecordRefund c -> SettlementDecisions.record(c, known);
                        case SettleReturn c -> SettlementDecisions.again(c, known);
                        case CancelReturn c -> cancel(c, known);
                        case CloseReturn _ -> close(known);
                        case ExpireReturn c -> expire(c, known);
                    };
        };
    }

    private static Decision<ReturnEvent, ReturnRejection> request(RequestReturn command) {
        return accepted(
                new ReturnRequested(
                        command.returnId(),
                        command.orderId(),
                        command.kind(),
                        RmaNumber.of(command.returnId()),
                        command.lines(),
                        command.refundTo(),
                        command.outbound(),
                        command.requestedAt()));
    }

    private static Decision<ReturnEvent, ReturnRejection> requestAgain(
            RequestReturn command, Requested known) {
        ReturnRequested first = known.request();
        return first.orderId().equals(command.orderId())
                        && first.kind() == command.kind()
                        && first.lines().equals(command.lines())
                        && first.refundTo() == command.refundTo()
                        && first.outbound().equals(command.outbound())
                ? nothingToDo()
                : refused(new ReturnRejection.ReturnDiffers(command.returnId()));
    }

    private static Decision<ReturnEvent, ReturnRejection> approve(
            ApproveReturn command, Requested known) {
        ReturnRequested request = known.request();
        ReturnApproved earlier = known.approval();
        if (earlier != null
                && earlier.restockingFee().equals(command.restockingFee())
                && earlier.returnShippingFee().equals(command.returnShippingFee())) {
            return nothingToDo();
        }
        if (known.status() != ReturnStatus.REQUESTED) {
            return wrongStatus("ApproveReturn", known);
        }
        Money paid = known.ledger().paid();
        for (Money fee : List.of(command.restockingFee(), command.returnShippingFee())) {
            if (!fee.currency().equals(paid.currency())) {
                return refused(
                        new ReturnRejection.CurrencyDiffers(
                                fee.currency().getCurrencyCode(),
                                paid.currency().getCurrencyCode()));
            }
        }
        Money fees = command.restockingFee().plus(command.returnShippingFee());
        if (fees.compareTo(paid) > 0) {
            return refused(new ReturnRejection.FeesTooLarge(fees, paid));
        }
        boolean claim = known.ledger().claim();
        var events = new ArrayList<ReturnEvent>();
        events.add(
                new ReturnApproved(
                        command.returnId(),
                        request.orderId(),
                        command.restockingFee(),
                        command.returnShippingFee(),
                        claim ? null : command.expiresAt()));
        if (!request.outbound().isEmpty()) {
            events.add(
                    new ReplacementRequested(
                            command.returnId(),
                            request.orderId(),
                            OrderId.forReplacement(command.returnId()),
                            request.outbound()));
        }
        if (claim) {
            events.add(SettlementDecisions.next(after(known, events)));
        }
        return acceptedAll(events);
    }

    private static Decision<ReturnEvent, ReturnRejection> decline(
            DeclineReturn command, Requested known) {
        return switch (known.status()) {
            case REQUESTED ->
                    accepted(
                            new ReturnDeclined(
                                    command.returnId(), orderId(known), command.reason()));
            case DECLINED -> nothingToDo();
            case APPROVED,
                    PARTLY_RECEIVED,
                    RECEIVED,
                    INSPECTED,
                    SETTLED,
                    CLOSED,
                    CANCELLED,
                    EXPIRED ->
                    wrongStatus("DeclineReturn", known);
        };
    }

    private static Decision<ReturnEvent, ReturnRejection> cancel(
            CancelReturn command, Requested known) {
        return switch (known.status()) {
            case REQUESTED, APPROVED, PARTLY_RECEIVED, RECEIVED ->
                    known.ledger().settlements().isEmpty()
                            ? accepted(
                                    new ReturnCancelled(
                                            command.returnId(),
                                            orderId(known),
                                            command.reason(),
                                            known.replacementId()))
                            : refused(new ReturnRejection.AlreadyInspected(command.returnId()));
            case INSPECTED, SETTLED, CLOSED ->
                    refused(new ReturnRejection.AlreadyInspected(command.returnId()));
            case CANCELLED -> nothingToDo();
            case DECLINED, EXPIRED -> wrongStatus("CancelReturn", known);
        };
    }

    private static Decision<ReturnEvent, ReturnRejection> close(Requested known) {
        return switch (known.status()) {
            case SETTLED -> accepted(closed(known));
            case CLOSED -> nothingToDo();
            case PARTLY_RECEIVED ->
                    known.ledger().settled() && known.ledger().all(line -> line.uninspected() == 0)
                            ? acceptedAll(
                                    List.of(
                                            lapsed(known),
                                            SettlementDecisions.settled(
                                                    after(known, List.of(lapsed(known)))),
                                            closed(known)))
                            : wrongStatus("CloseReturn", known);
            case REQUESTED, APPROVED, DECLINED, RECEIVED, INSPECTED, CANCELLED, EXPIRED ->
                    wrongStatus("CloseReturn", known);
        };
    }

    private static Decision<ReturnEvent, ReturnRejection> expire(
            ExpireReturn command, Requested known) {
        return switch (known.status()) {
            case REQUESTED -> refused(new ReturnRejection.NotDue(null));
            case APPROVED, PARTLY_RECEIVED -> {
                Instant due = known.expiresAt();
                if (due == null || command.now().isBefore(due)) {
                    yield refused(new ReturnRejection.NotDue(due));
                }
                yield known.status() == ReturnStatus.APPROVED
                        ? accepted(
                                new ReturnExpired(
                                        command.returnId(), orderId(known), known.replacementId()))
                        : acceptedAll(
                                SettlementDecisions.withSettled(known, List.of(lapsed(known))));
            }
            case DECLINED, RECEIVED, INSPECTED, SETTLED, CLOSED, CANCELLED, EXPIRED ->
                    nothingToDo();
        };
    }

    private static ReturnUnitsLapsed lapsed(Requested known) {
        return new ReturnUnitsLapsed(
                known.request().returnId(),
                orderId(known),
                known.ledger().quantities(LineUnits::outstanding));
    }

    private static ReturnClosed closed(Requested known) {
        return new ReturnClosed(known.request().returnId(), orderId(known));
    }

    private static OrderId orderId(Requested known) {
        return known.request().orderId();
    }

    /** The return as it will be. */
    static Requested after(Requested known, List<? extends ReturnEvent> events) {
        ReturnState state = known;
        for (ReturnEvent event : events) {
            state = state.evolve(event);
        }
        return (Requested) state;
    }

    static Decision<ReturnEvent, ReturnRejection> wrongStatus(String command, Requested known) {
        return refused(new ReturnRejection.WrongStatus(command, known.status()));
    }
}
