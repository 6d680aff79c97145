package io.daybook.projection.processing;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The threads that all projections of a node share.
 *
 * @param timer never waits for the database
 * @param watch looks after the projections
 * @param callers waits for the database on behalf of callers
 */
record ProjectionThreads(
        ScheduledExecutorService timer, ScheduledExecutorService watch, ExecutorService callers)
        implements AutoCloseable {

    static ProjectionThreads start() {
        return new ProjectionThreads(
                scheduled("projection-timer"),
                scheduled("projection-watch"),
                Executors.newVirtualThreadPerTaskExecutor());
    }

    private static ScheduledExecutorService scheduled(String name) {
        return Executors.newScheduledThreadPool(
                1, Thread.ofPlatform().daemon().name(name + "-", 0).factory());
    }

    @Override
    public void close() {
        timer.shutdownNow();
        watch.shutdownNow();
        callers.shutdownNow();
    }
}
