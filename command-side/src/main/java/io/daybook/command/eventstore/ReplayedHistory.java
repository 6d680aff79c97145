package io.daybook.command.eventstore;

import java.util.List;
import java.util.function.Function;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;

/** See {@link EntityHistory#replayed}. */
record ReplayedHistory(Function<String, DomainEventStream> log) implements EntityHistory {

    @Override
    public <E> List<E> naming(String entity, String text, Class<E> type) {
        return log.apply(entity)
                .asStream()
                .map(event -> type.cast(event.getPayload()))
                // Events are records, and ids print as what they are.
                .filter(event -> event.toString().contains(text))
                .toList();
    }
}
