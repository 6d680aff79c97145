package io.daybook.command.eventstore;

import java.util.List;
import java.util.function.Function;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;

/** Looks up in the log what the state of an entity does not keep. */
public interface EntityHistory {

    /**
     * The events of an entity in whose content a text occurs, in their order. Takes the longer, the
     * longer the history is: not for every command.
     *
     * @param entity its identifier in the log
     * @param text what the events name, for example an id
     */
    <E> List<E> naming(String entity, String text, Class<E> type);

    /**
     * Reads all events of the entity; for a log that cannot be asked for less.
     *
     * @param log all events of an entity, without a snapshot
     */
    static EntityHistory replayed(Function<String, DomainEventStream> log) {
        return new ReplayedHistory(log);
    }
}
