package io.daybook.command.eventstore;

import java.util.List;
import org.axonframework.config.Configuration;

/** Reads all events of the entity; for a log that cannot be asked for less. */
final class ReplayedHistory implements EntityHistory {

    private final Configuration axon;

    /** Takes the configuration, because the event store is not finished when this is made. */
    ReplayedHistory(Configuration axon) {
        this.axon = axon;
    }

    @Override
    public <E> List<E> naming(String entity, String text, Class<E> type) {
        return axon.eventStore()
                .readEvents(entity, 0) // without a snapshot
                .asStream()
                .map(event -> type.cast(event.getPayload()))
                // Events are records, and ids print as what they are.
                .filter(event -> event.toString().contains(text))
                .toList();
    }
}
