package io.daybook.domain.projection;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * How far the read models are. A port: the projections answer it from memory, a node without
 * projections from the database.
 */
public interface ProjectionProgress {

    Duration LOOK_AGAIN = Duration.ofMillis(20);

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

    /**
     * Completes when the projection has applied an event of this entity that the caller waits for,
     * and without one when {@code patience} runs out. Ask before the look whose result it is to
     * renew. A node that does not see the commits only waits, for {@link #LOOK_AGAIN} at most.
     *
     * @param entity the identifier, as the projection keys its events
     * @param awaited whether an event is one of those; must not block
     */
    default CompletableFuture<Void> change(
            String projection, String entity, Predicate<Object> awaited, Duration patience) {
        var pause = patience.compareTo(LOOK_AGAIN) < 0 ? patience : LOOK_AGAIN;
        return CompletableFuture.runAsync(
                () -> {},
                CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS));
    }
}
