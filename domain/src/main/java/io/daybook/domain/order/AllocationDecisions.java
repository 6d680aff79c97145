package io.daybook.domain.order;

import static io.daybook.domain.shared.Decision.accepted;
import static io.daybook.domain.shared.Decision.nothingToDo;
import static io.daybook.domain.shared.Decision.refused;

import io.daybook.domain.order.OrderState.Placed;
import io.daybook.domain.shared.Decision;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.PaymentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From where an order takes its units, until every line has them. */
final class AllocationDecisions {

    private AllocationDecisions() {}

    static Decision<OrderEvent, OrderRejection> allocate(AllocateLines command, Placed order) {
        OrderStock stock = order.stock();
        if (command.attempt() <= stock.attempt()) {
            return nothingToDo(); // the first decision stands, whatever was offered since
        }
        if (order.status() != OrderStatus.PLACED || stock.reserved()) {
            return refused(new OrderRejection.WrongStatus("AllocateLines", order.status()));
        }
        if (command.attempt() > stock.attempt() + 1 || !stock.allocated().isEmpty()) {
            return refused(new FulfilmentRejection.AllocationSuperseded(stock.attempt()));
        }
        return differing(command.reservations(), order)
                .<Decision<OrderEvent, OrderRejection>>map(Decision::refused)
                .orElseGet(() ->
                        accepted(
                                new LinesAllocated(
                                        order.id(), command.attempt(), command.reservations())));
    }

    static Decision<OrderEvent, OrderRejection> fail(FailAllocation command, Placed order) {
        OrderStock stock = order.stock();
        if (command.attempt() != stock.attempt()) {
            return refused(new FulfilmentRejection.AllocationSuperseded(stock.attempt()));
        }
        if (stock.reserved() || stock.allocated().isEmpty()) {
            return nothingToDo(); // a repetition, after somebody took a promise back by hand
        }
        if (order.status() != OrderStatus.PLACED) {
            return refused(new OrderRejection.WrongStatus("FailAllocation", order.status()));
        }
        return accepted(
                new AllocationFailed(
                        order.id(), command.attempt(), command.detail(), stock.allocated()));
    }

    static Decision<OrderEvent, OrderRejection> reserved(
            RecordStockReserved command, Placed order) {
        OrderStock stock = order.stock();
        if (stock.attempt() > 0 && !stock.allocated().equals(command.reservations())) {
            return refused(new FulfilmentRejection.AllocationSuperseded(stock.attempt()));
        }
        if (stock.reserved()) {
            return nothingToDo();
        }
        if (order.status() != OrderStatus.PLACED) {
            return refused(new OrderRejection.WrongStatus("RecordStockReserved", order.status()));
        }
        List<ReservedLine> reservations =
                command.reservations().isEmpty() ? order.asPlaced() : command.reservations();
        return differing(reservations, order)
                .<Decision<OrderEvent, OrderRejection>>map(Decision::refused)
                .orElseGet(() -> secured(reservations, order));
    }

    private static Optional<OrderRejection> differing(
            List<ReservedLine> reservations, Placed order) {
        for (LineState line : order.lines()) {
            int units = OrderStock.units(reservations, line.lineId(), null);
            if (units != line.active()) {
                return Optional.of(
                        new FulfilmentRejection.AllocationDiffers(
                                line.lineId(), units, line.active()));
            }
        }
        return Optional.empty();
    }

    private static Decision<OrderEvent, OrderRejection> secured(
            List<ReservedLine> reservations, Placed order) {
        var events = new ArrayList<OrderEvent>();
        events.add(new OrderStockReserved(order.id(), reservations));
        PaymentTerms terms = order.terms();
        Money missing = order.total().minus(order.money().covered(order.zero()));
        if (terms != null && missing.isPositive()) {
            // Also while the order is on hold: money that is secured can be given back.
            events.add(
                    new OrderPaymentRequested(
                            order.id(),
                            PaymentId.forOrder(order.id()),
                            missing,
                            terms.method(),
                            terms.token()));
        }
        return Progress.after(order, events);
    }
}
