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
        var known = order.holds().get(command.holdId());
        if (known != null) {
            return known.reason().equals(command.reason())
                    ? nothingToDo()
                    : refused(new OrderRejection.IdReused("hold", command.holdId().value()));
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
            return refused(new FulfilmentRejection.UnknownHold(command.holdId()));
        }
        if (!hold.open()) {
            return nothingToDo();
        }
        return Progress.after(order, new HoldReleased(order.id(), command.holdId()));
    }

    static Decision<OrderEvent, OrderRejection> note(AddNote command, Placed order) {
        Integer known = order.notes().get(command.noteId());
        if (known != null) {
            return known == command.text().hashCode()
                    ? nothingToDo()
                    : refused(new OrderRejection.IdReused("note", command.noteId().value()));
        }
        return accepted(
                new NoteAdded(order.id(), command.noteId(), command.text(), command.author()));
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
            case COMPLETED -> closeCompleted(order);
            case PLACED, CONFIRMED, IN_FULFILMENT, REJECTED, EXPIRED, CANCELLING, CANCELLED ->
                    refused(new OrderRejection.WrongStatus("CloseOrder", order.status()));
        };
    }

    private static Decision<OrderEvent, OrderRejection> closeCompleted(Placed order) {
        int open = order.returns().open();
        if (open > 0) {
            return refused(new OrderRejection.ReturnsOpen(open));
        }
        if (order.onHold()) {
            return refused(FulfilmentRejection.OnHold.of(order.openHolds()));
        }
        var change = order.changes().open();
        return change == null
                ? accepted(new OrderClosed(order.id()))
                : refused(new ChangeRejection.ChangeOpen(change.id()));
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
