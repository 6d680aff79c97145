package io.daybook.domain.order;

import io.daybook.domain.order.OrderState.Placed;
import java.util.ArrayList;
import java.util.List;

/** What a caller may ask of an order now. */
final class AllowedCommands {

    private AllowedCommands() {}

    static List<String> of(Placed order) {
        var names = new ArrayList<String>();
        OrderChanges changes = order.changes();
        boolean free = changes.underway() == null;
        switch (order.status()) {
            case PLACED, CONFIRMED, IN_FULFILMENT -> beforeTheLastUnit(order, free, names);
            case COMPLETED -> {
                names.add("OpenReturn");
                if (changes.open() == null && !order.onHold()) {
                    names.add("CloseOrder");
                }
            }
            case CLOSED, REJECTED, EXPIRED, CANCELLING, CANCELLED -> {
                // Only what is always possible.
            }
        }
        changes(order, names);
        if (!order.status().ended() && order.status() != OrderStatus.CANCELLING) {
            names.add("PlaceHold");
        }
        if (order.onHold()) {
            names.add("ReleaseHold");
        }
        if (order.status().ended() && !order.archived()) {
            names.add("ArchiveOrder");
        }
        names.addAll(List.of("AddNote", "TransferCustomer"));
        return List.copyOf(names);
    }

    private static void beforeTheLastUnit(Placed order, boolean free, List<String> names) {
        boolean open = !order.allShipped();
        boolean shipping = order.status() == OrderStatus.IN_FULFILMENT;
        if (free && !shipping) {
            names.add("CancelOrder");
        }
        if (free && open && order.stock().reserved()) {
            names.add("CancelLines");
        }
        if (free && open && order.status() != OrderStatus.PLACED && !order.onHold()) {
            names.add("ShipLines");
        }
        if (shipping) {
            names.addAll(List.of("RecordDelivery", "RecordDeliveryFailure", "OpenReturn"));
        }
    }

    private static void changes(Placed order, List<String> names) {
        if (order.changes().open() != null) {
            names.add("WithdrawChange");
            if (order.changes().underway() == null && ChangeDecisions.appliesIn(order.status())) {
                names.add("ApplyChange");
            }
        } else if (ChangeDecisions.isProposedIn(order.status())) {
            names.add("ProposeChange");
        }
    }
}
