package io.daybook.domain.order;

import static io.daybook.domain.shared.Decision.accepted;
import static io.daybook.domain.shared.Decision.nothingToDo;
import static io.daybook.domain.shared.Decision.refused;

import io.daybook.domain.order.OrderState.Placed;
import io.daybook.domain.shared.Decision;

/** What people do with an order beside its fulfilment: hold it, remark on it, put it away. */
final class OrderCare {

    private OrderCare() {}

    static Decision<OrderEvent, OrderRejection> hold(PlaceHold command, Placed order) {
        if (order.holds().containsKey(command.holdId())) {
            return nothingToDo();
        }
        if (order.status().ended() || order.status() == OrderStatus.CANCELLING) {
            return refused(new OrderRejection.WrongStatus("PlaceHold", order.status()));
        }
        return accepted(
                new HoldPlaced(order.id(), command.holdId(), command.reason(), command.owner()));
    }

    /** With the last hold, the order takes the step that it waited with. */
    static Decision<OrderEvent, OrderRejection> release(ReleaseHold command, Placed order) {
        var hold = order.holds().get(command.holdId());
        if (hold == null) {
            return refused(new OrderRejection.UnknownHold(command.holdId()));
        }
        if (!hold.open()) {
            return nothingToDo();
        }
        var released = new HoldReleased(order.id(), command.holdId());
        if (order.openHolds().size() > 1) {
            return accepted(released);
        }
        return switch (order.status()) {
            case PLACED ->
                    order.secured()
                            ? accepted(released, new OrderConfirmed(order.id()))
                            : accepted(released);
            case IN_FULFILMENT ->
                    order.arrived()
                            ? accepted(released, new OrderCompleted(order.id()))
                            : accepted(released);
            case CONFIRMED, COMPLETED, CLOSED, REJECTED, CANCELLING, CANCELLED ->
                    accepted(released);
        };
    }

    static Decision<OrderEvent, OrderRejection> note(AddNote command, Placed order) {
        return order.notes().contains(command.noteId())
                ? nothingToDo()
                : accepted(
                        new NoteAdded(
                                order.id(), command.noteId(), command.text(), command.author()));
    }

    static Decision<OrderEvent, OrderRejection> transfer(TransferCustomer command, Placed order) {
        return order.customerId().equals(command.customerId())
                ? nothingToDo()
                : accepted(
                        new CustomerTransferred(
                                order.id(), order.customerId(), command.customerId()));
    }

    static Decision<OrderEvent, OrderRejection> close(Placed order) {
        return switch (order.status()) {
            case CLOSED -> nothingToDo();
            case COMPLETED -> accepted(new OrderClosed(order.id()));
            case PLACED, CONFIRMED, IN_FULFILMENT, REJECTED, CANCELLING, CANCELLED ->
                    refused(new OrderRejection.WrongStatus("CloseOrder", order.status()));
        };
    }

    static Decision<OrderEvent, OrderRejection> archive(Placed order) {
        if (order.archived()) {
            return nothingToDo();
        }
        return order.status().ended()
                ? accepted(new OrderArchived(order.id()))
                : refused(new OrderRejection.WrongStatus("ArchiveOrder", order.status()));
    }
}
