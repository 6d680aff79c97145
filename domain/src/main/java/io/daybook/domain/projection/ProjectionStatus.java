package io.daybook.domain.projection;

import org.jspecify.annotations.Nullable;

/**
 * One projection as operators see it.
 *
 * @param position up to where every event is applied
 * @param head the last position of the log
 * @param lagEvents positions between the two
 * @param lagMillis age of the oldest event that is not applied; 0 when there is none
 */
public record ProjectionStatus(
        String name,
        Status status,
        long position,
        long head,
        long lagEvents,
        long lagMillis,
        int segments,
        long deadLetters,
        @Nullable String lastError) {

    /** What the projection is doing. */
    public enum Status {
        RUNNING,
        REBUILDING,
        FAILING,
        STOPPED
    }
}
