package io.daybook.command.process;

import io.daybook.domain.order.OrderEvent;
import io.daybook.domain.order.OrderView;
import io.daybook.domain.shared.OrderId;
import java.util.Objects;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * How entities stand, folded from the log: for the few steps that depend on more than their event
 * can say. What they decide from it, they store before they act on it.
 */
final class Standing {

    private final EventStore log;

    Standing(EventStore log) {
        this.log = log;
    }

    /** The order as callers see it, without its payments. */
    OrderView orderView(OrderId id) {
        @Nullable OrderView view = null;
        var events = log.readEvents(id.value());
        while (events.hasNext()) {
            var event = events.next();
            view = OrderView.evolve(view, (OrderEvent) event.getPayload(), event.getTimestamp());
        }
        return Objects.requireNonNull(view, id::value);
    }
}
