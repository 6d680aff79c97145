package io.daybook.projection;

import java.time.Instant;

/**
 * An event as the log delivered it.
 *
 * @param sequenceNumber place among the events of its aggregate, from 0
 * @param position up to where the log was read with this event
 */
public record RecordedEvent(
        Object payload,
        String tenant,
        String aggregateId,
        long sequenceNumber,
        long position,
        Instant recordedAt) {

    /** Place among the events of its aggregate, from 1. */
    public long version() {
        return sequenceNumber + 1;
    }

    /**
     * Whether this is the next event for something that has applied {@code version} events of the
     * aggregate; false when it is applied already.
     *
     * @throws ProjectionGapException when there is a hole between the two
     */
    public boolean follows(long version) {
        if (version() > version + 1) {
            throw new ProjectionGapException(this, version);
        }
        return version() == version + 1;
    }
}
