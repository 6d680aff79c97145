package io.daybook.projection.processing;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The threads that all projections of a node share.
 *
 * @param workers apply batches
 * @param timer never waits for the database
 * @param watch looks after the projections
 * @param callers waits for the database on behalf of callers
 */
record ProjectionThreads(
        ScheduledExecutorService workers,
        ScheduledExecutorService timer,
        ScheduledExecutorService watch,
        ExecutorService callers)
        implements AutoCloseable {

    private static final int WORKERS = 3;

    static ProjectionThreads start() {
        return new ProjectionThreads(
                scheduled("projection-worker", WORKERS),
                scheduled("projection-timer", 1),
                scheduled("projection-watch", 1),
                Executors.newVirtualThreadPerTaskExecutor());
    }

    private static ScheduledExecutorService scheduled(String name, int threads) {
        return Executors.newScheduledThreadPool(
                threads, Thread.ofPlatform().daemon().name(name + "-", 0).factory());
    }

    @Override
    public void close() {
        workers.shutdownNow();
        timer.shutdownNow();
        watch.shutdownNow();
        callers.shutdownNow();
    }
}
