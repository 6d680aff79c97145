package io.daybook.projection.processing;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The thread that feeds one processor; a second one would lose wake-ups. It shortens two fixed
 * pauses of Axon's: the one after which full buffers are looked at again, which would cap a rebuild
 * at ten thousand events a second, and the doubling one after errors, which would keep read models
 * a minute behind a database that is back long since.
 */
final class CoordinatorThread extends ScheduledThreadPoolExecutor {

    private static final long BUFFERS_FULL = Duration.ofMillis(100).toNanos();
    private static final long LOOK_AGAIN = Duration.ofMillis(4).toNanos();
    private static final long LONGEST = Duration.ofSeconds(2).toNanos();

    CoordinatorThread(String projection) {
        super(1, Thread.ofPlatform().daemon().name("projection-" + projection).factory());
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        var nanos = unit.toNanos(delay);
        return super.schedule(
                task,
                nanos == BUFFERS_FULL ? LOOK_AGAIN : Math.min(nanos, LONGEST),
                TimeUnit.NANOSECONDS);
    }
}
