package io.daybook.command.deadline;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The thread that feeds the deadlines. It lets events gather before each batch: nothing is due that
 * soon, and most orders are confirmed by then, so that their deadline need not be written at all.
 */
final class FeedThread extends ScheduledThreadPoolExecutor {

    private static final Duration GATHERING = Duration.ofMillis(200);

    FeedThread(String name) {
        super(1, Thread.ofPlatform().daemon().name(name + "-feed").factory());
    }

    @Override
    public Future<?> submit(Runnable batch) {
        return schedule(batch, GATHERING.toMillis(), TimeUnit.MILLISECONDS);
    }
}
