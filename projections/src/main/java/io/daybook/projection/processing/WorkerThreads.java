package io.daybook.projection.processing;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that apply the batches of one projection. After each batch they rest five times as
 * long as it took, and a moment at most: the busier the machine, the more events gather for the
 * next one, and a commit and a handful of statements serve them all. Where more wait than a batch
 * can hold, or old events, there is no rest.
 */
final class WorkerThreads extends ScheduledThreadPoolExecutor {

    private static final long LONGEST_REST = Duration.ofMillis(40).toNanos();

    private volatile long restedAt = System.nanoTime();
    private volatile boolean behind;

    WorkerThreads(String projection, int threads) {
        super(
                threads,
                Thread.ofPlatform().daemon().name("projection-" + projection + "-", 1).factory());
    }

    /** To be called with every batch: whether more wait, so that the next one is not to. */
    void behind(boolean moreWait) {
        behind = moreWait;
    }

    @Override
    public Future<?> submit(Runnable batch) {
        var rest = behind ? 0 : restedAt - System.nanoTime();
        return schedule(() -> timed(batch), rest, TimeUnit.NANOSECONDS);
    }

    private void timed(Runnable batch) {
        var start = System.nanoTime();
        try {
            batch.run();
        } finally {
            var end = System.nanoTime();
            restedAt = end + Math.min(5 * (end - start), LONGEST_REST);
        }
    }
}
