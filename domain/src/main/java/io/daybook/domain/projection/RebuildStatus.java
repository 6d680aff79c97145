package io.daybook.domain.projection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild of a projection from the log.
 *
 * @param processed positions of the log that were worked through
 * @param total positions of the log at the start of the rebuild
 * @param parity reserved for rebuilds beside the live tables; {@code null} for a rebuild in place
 */
public record RebuildStatus(
        String rebuildId,
        String projection,
        Status status,
        long processed,
        long total,
        int percent,
        long eventsPerSecond,
        long etaSeconds,
        @Nullable String parity,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    /** How the rebuild stands. */
    public enum Status {
        RUNNING,
        COMPLETED,
        FAILED
    }
}
