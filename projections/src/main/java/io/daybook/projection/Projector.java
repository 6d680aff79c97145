package io.daybook.projection;

import java.util.List;
import java.util.Set;

/**
 * Keeps the tables of one projection. Called inside a transaction; never remembers anything between
 * two calls.
 */
public interface Projector {

    /** Name of the projection, which its processor and its dead letters carry too. */
    String name();

    /** The types of entity whose events it handles, as the log names them. */
    Set<String> entityTypes();

    boolean handles(Class<?> payloadType);

    /**
     * Events with the same key are applied in their order, and wait for each other when one fails.
     */
    String sequenceKey(Object payload);

    /**
     * Applies events in their order. Events that are applied already change nothing.
     *
     * @throws ProjectionGapException when an event before one of these is missing
     */
    void apply(List<RecordedEvent> batch);

    /** Empties the tables. */
    void clear();
}
