package io.daybook.domain.projection;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * How far the read models are. A port: the projections answer it from memory, a node without
 * projections from the database.
 */
public interface ProjectionProgress {

    /**
     * Highest position in the log up to which the projection has applied every event; 0 before the
     * first.
     */
    long position(String projection);

    /**
     * Completes with the position that was reached: at least {@code position} as soon as the
     * projection is there, less when {@code patience} ran out first. Never blocks the caller.
     */
    CompletableFuture<Long> await(String projection, long position, Duration patience);
}
