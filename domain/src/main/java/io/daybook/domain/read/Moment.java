package io.daybook.domain.read;

import java.time.Instant;

/** A point in the history of an entity. */
public sealed interface Moment {

    /** After everything that the log holds, also what the read models do not show yet. */
    Moment NEWEST = new AsOf(Instant.MAX);

    /** After the entity's n-th event. */
    record AtVersion(long version) implements Moment {}

    /** As the log stood at an instant. */
    record AsOf(Instant instant) implements Moment {}
}
