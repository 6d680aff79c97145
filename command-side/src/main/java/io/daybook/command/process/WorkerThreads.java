package io.daybook.command.process;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that handle the batches of one group of reactions. After each batch they rest as long
 * as it took, and a moment at most: the busier the machine, the more events gather for the next
 * one, which costs one more token and one more commit.
 */
final class WorkerThreads extends ScheduledThreadPoolExecutor {

    /** Every order waits for several reactions in turn. */
    private static final long LONGEST_REST = Duration.ofMillis(10).toNanos();

    private volatile long restedAt = System.nanoTime();

    WorkerThreads(String group, int threads) {
        super(threads, Thread.ofPlatform().daemon().name(group + "-worker-", 1).factory());
    }

    @Override
    public Future<?> submit(Runnable batch) {
        return schedule(() -> timed(batch), restedAt - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    private void timed(Runnable batch) {
        var start = System.nanoTime();
        try {
            batch.run();
        } finally {
            var end = System.nanoTime();
            restedAt = end + Math.min(end - start, LONGEST_REST);
        }
    }
}
