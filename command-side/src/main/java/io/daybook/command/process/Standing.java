package io.daybook.command.process;

import io.daybook.domain.order.OrderEvent;
import io.daybook.domain.order.OrderPlaced;
import io.daybook.domain.order.OrderState;
import io.daybook.domain.order.OrderView;
import io.daybook.domain.returns.ReturnEvent;
import io.daybook.domain.returns.ReturnState;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReturnId;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.jspecify.annotations.Nullable;

/**
 * How entities stand, folded from the log: for the few steps that depend on more than their event
 * can say. What they decide from it, they store before they act on it.
 */
final class Standing {

    private final Function<String, DomainEventStream> log;

    /**
     * @param log reads the events of an entity, oldest first
     */
    Standing(Function<String, DomainEventStream> log) {
        this.log = log;
    }

    /** How the order began. */
    OrderPlaced placed(OrderId id) {
        return (OrderPlaced) log.apply(id.value()).next().getPayload();
    }

    OrderState order(OrderId id) {
        return folded(
                id.value(),
                OrderState.initial(),
                (state, event) -> state.evolve((OrderEvent) event.getPayload()));
    }

    /** The order as callers see it, without its payments. */
    OrderView orderView(OrderId id) {
        @Nullable OrderView view =
                this.<@Nullable OrderView>folded(
                        id.value(),
                        null,
                        (before, event) ->
                                OrderView.evolve(
                                        before,
                                        (OrderEvent) event.getPayload(),
                                        event.getTimestamp()));
        return Objects.requireNonNull(view, id::value);
    }

    ReturnState returned(ReturnId id) {
        return folded(
                id.value(),
                ReturnState.initial(),
                (state, event) -> state.evolve((ReturnEvent) event.getPayload()));
    }

    private <S extends @Nullable Object> S folded(
            String id, S initial, BiFunction<S, DomainEventMessage<?>, S> evolve) {
        S state = initial;
        var events = log.apply(id);
        while (events.hasNext()) {
            state = evolve.apply(state, events.next());
        }
        return state;
    }
}
