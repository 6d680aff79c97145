package io.daybook.projection.processing;

import io.daybook.domain.projection.ProjectionProgress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * Answers how far the projections are, and lets callers wait without a thread: every commit looks
 * after those who wait, and while there are any, so does a timer, because positions also pass
 * events that a projection does not handle.
 */
final class LiveProgress implements ProjectionProgress {

    private static final long TICK_MILLIS = 2;

    private final Map<String, LivePosition> positions;
    private final ScheduledExecutorService timer;
    private final Executor callers;
    private final EntityChanges changes;
    private final Queue<Waiter> waiters = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean ticking = new AtomicBoolean();

    private record Waiter(
            LivePosition projection,
            long position,
            long deadline,
            CompletableFuture<Long> answer) {}

    /**
     * @param callers runs what callers do with an answer, so that neither the timer nor a processor
     *     is held up
     */
    LiveProgress(
            Map<String, LivePosition> positions, ScheduledExecutorService timer, Executor callers) {
        this.positions = Map.copyOf(positions);
        this.timer = timer;
        this.callers = callers;
        this.changes = new EntityChanges(callers);
    }

    @Override
    public long position(String projection) {
        return require(projection).current().position();
    }

    @Override
    public CompletableFuture<Long> await(String projection, long position, Duration patience) {
        var live = require(projection);
        var reached = live.current();
        if (reached.includes(position)) {
            return CompletableFuture.completedFuture(Math.max(position, reached.position()));
        }
        var answer = new CompletableFuture<Long>();
        waiters.add(new Waiter(live, position, System.nanoTime() + patience.toNanos(), answer));
        if (ticking.compareAndSet(false, true)) {
            timer.execute(this::tick);
        }
        return answer;
    }

    @Override
    public CompletableFuture<Void> change(
            String projection, String entity, Predicate<Object> awaited, Duration patience) {
        return changes.next(projection, entity, awaited, patience);
    }

    /** To be called after each commit of a projection, with what it applied. */
    void committed(String projection, List<IncomingEvent> batch) {
        changes.committed(projection, batch);
    }

    private LivePosition require(String projection) {
        var live = positions.get(projection);
        if (live == null) {
            throw new IllegalArgumentException("No projection is called " + projection);
        }
        return live;
    }

    /** To be called after each commit of a projection. */
    void advanced() {
        if (!waiters.isEmpty()) {
            timer.execute(this::answerThoseWhoCan);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody needs to know about the next tick
    private void tick() {
        answerThoseWhoCan();
        if (!waiters.isEmpty()) {
            timer.schedule(this::tick, TICK_MILLIS, TimeUnit.MILLISECONDS);
            return;
        }
        ticking.set(false);
        // Someone may have come between the last look and the line above, and found the timer still
        // ticking.
        if (!waiters.isEmpty() && ticking.compareAndSet(false, true)) {
            timer.schedule(this::tick, TICK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void answerThoseWhoCan() {
        waiters.removeIf(this::isAnswered);
    }

    private boolean isAnswered(Waiter waiter) {
        if (waiter.answer().isDone()) {
            return true;
        }
        var reached = waiter.projection().current();
        if (reached.includes(waiter.position())) {
            return answer(waiter, Math.max(waiter.position(), reached.position()));
        }
        return waiter.deadline() - System.nanoTime() <= 0 && answer(waiter, reached.position());
    }

    private boolean answer(Waiter waiter, long position) {
        callers.execute(() -> waiter.answer().complete(position));
        return true;
    }
}
