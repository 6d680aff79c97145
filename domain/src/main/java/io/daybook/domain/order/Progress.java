package io.daybook.domain.order;

import static io.daybook.domain.shared.Decision.acceptedAll;

import io.daybook.domain.order.OrderState.Placed;
import io.daybook.domain.shared.Decision;
import io.daybook.domain.shared.PaymentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The steps that an order takes by itself as soon as nothing keeps it from them. */
final class Progress {

    private Progress() {}

    static Decision<OrderEvent, OrderRejection> after(Placed order, OrderEvent... events) {
        return after(order, List.of(events));
    }

    /** The events, and the steps that they make possible. */
    static Decision<OrderEvent, OrderRejection> after(Placed order, List<OrderEvent> events) {
        var all = new ArrayList<>(events);
        Placed now = order;
        for (OrderEvent event : events) {
            now = now.after(event);
        }
        Optional<OrderEvent> next = next(now);
        while (next.isPresent()) {
            all.add(next.get());
            now = now.after(next.get());
            next = next(now);
        }
        return acceptedAll(all);
    }

    private static Optional<OrderEvent> next(Placed order) {
        return switch (order.status()) {
            case PLACED ->
                    order.stock().reserved() && order.paid() && !order.onHold()
                            ? Optional.of(new OrderConfirmed(order.id()))
                            : Optional.empty();
            case IN_FULFILMENT -> {
                List<PaymentId> surplus = order.allShipped() ? order.money().surplus() : List.of();
                if (!surplus.isEmpty()) {
                    yield Optional.of(new SurplusFound(order.id(), surplus));
                }
                // What arrived has arrived, but an order on hold does not come to its end.
                yield order.arrived() && !order.onHold() && order.changes().underway() == null
                        ? Optional.of(new OrderCompleted(order.id()))
                        : Optional.empty();
            }
            case CONFIRMED, COMPLETED, CLOSED, REJECTED, EXPIRED, CANCELLING, CANCELLED ->
                    Optional.empty();
        };
    }
}
