package io.daybook.command.process;

import io.daybook.domain.order.OrderEvent;
import io.daybook.domain.order.OrderState;
import io.daybook.domain.order.OrderView;
import io.daybook.domain.payment.PaymentEvent;
import io.daybook.domain.payment.PaymentState;
import io.daybook.domain.returns.ReturnEvent;
import io.daybook.domain.returns.ReturnState;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.ReturnId;
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

    OrderState order(OrderId id) {
        OrderState state = OrderState.initial();
        var events = log.readEvents(id.value());
        while (events.hasNext()) {
            state = state.evolve((OrderEvent) events.next().getPayload());
        }
        return state;
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

    PaymentState payment(PaymentId id) {
        PaymentState state = PaymentState.initial();
        var events = log.readEvents(id.value());
        while (events.hasNext()) {
            state = state.evolve((PaymentEvent) events.next().getPayload());
        }
        return state;
    }

    ReturnState returned(ReturnId id) {
        ReturnState state = ReturnState.initial();
        var events = log.readEvents(id.value());
        while (events.hasNext()) {
            state = state.evolve((ReturnEvent) events.next().getPayload());
        }
        return state;
    }
}
