package io.daybook.command.process;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The thread that feeds one group of reactions. After errors Axon pauses longer and longer, up to a
 * minute: far too long for orders when the database is back long since.
 */
public final class CoordinatorThread extends ScheduledThreadPoolExecutor {

    private static final long LONGEST = Duration.ofSeconds(2).toNanos();

    public CoordinatorThread(String group) {
        super(1, Thread.ofPlatform().daemon().name(group).factory());
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        return super.schedule(task, Math.min(unit.toNanos(delay), LONGEST), TimeUnit.NANOSECONDS);
    }
}
