package io.daybook.projection.processing;

import io.daybook.domain.process.DeadLetterControl;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcDeadLetter;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Tries the dead letters again at intervals, and when somebody asks: one sequence per transaction,
 * those first that were not tried for longest.
 */
final class DeadLetterRetry implements SmartLifecycle, DeadLetterControl, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterRetry.class);

    private final Collection<LiveProjection> projections;
    private final Map<String, ProjectionMetrics> metrics;
    private final Savepoints savepoints;
    private final Duration interval;
    private final ExecutorService onRequest =
            Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("projection-retry-on-request-", 1).factory());
    private @Nullable ScheduledExecutorService executor;
    private volatile boolean running;

    DeadLetterRetry(
            Collection<LiveProjection> projections,
            Map<String, ProjectionMetrics> metrics,
            Savepoints savepoints,
            Duration interval) {
        this.projections = projections;
        this.metrics = metrics;
        this.savepoints = savepoints;
        this.interval = interval;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // every attempt catches its own failures
    public void start() {
        var started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("projection-retry").factory());
        var millis = interval.toMillis();
        started.scheduleWithFixedDelay(this::retryAll, millis, millis, TimeUnit.MILLISECONDS);
        executor = started;
        running = true;
    }

    private void retryAll() {
        for (var projection : projections) {
            try {
                retry(projection);
            } catch (RuntimeException failure) {
                log.warn(
                        "The dead letters of {} could not be tried again: {}",
                        projection.name(),
                        failure.toString());
                metricsOf(projection).retryFailed();
            }
        }
    }

    private void retry(LiveProjection projection) {
        // The queue keeps times to the millisecond: cut as well, or a letter would be tried twice
        // in its own millisecond.
        var start = GenericDeadLetter.clock.instant().truncatedTo(ChronoUnit.MILLIS);
        boolean found = true;
        while (running && found) {
            found = retryOne(projection, letter -> isDue(letter.lastTouched(), start));
        }
    }

    /** Whether there was a sequence that the filter accepts. */
    private boolean retryOne(
            LiveProjection projection, Predicate<DeadLetter<? extends EventMessage<?>>> filter) {
        var found = new AtomicBoolean();
        savepoints.inTransaction(() ->
                projection
                        .deadLetters()
                        .retry(
                                filter,
                                letter -> {
                                    found.set(true);
                                    var decision = projection.applier().retry(letter);
                                    if (decision.shouldEnqueue()) {
                                        metricsOf(projection).retryFailed();
                                    }
                                    return decision;
                                }));
        return found.get();
    }

    @Override
    public boolean keeps(String group) {
        return metrics.containsKey(group);
    }

    @Override
    public CompletableFuture<Void> retry(String group, String sequence) {
        return CompletableFuture.runAsync(
                () ->
                        projections.stream()
                                .filter(projection -> projection.name().equals(group))
                                .forEach(projection -> retryNow(projection, sequence)),
                onRequest);
    }

    private void retryNow(LiveProjection projection, String sequence) {
        try {
            retryOne(
                    projection,
                    letter ->
                            letter instanceof JdbcDeadLetter<?> stored
                                    && stored.getSequenceIdentifier().equals(sequence));
        } catch (RuntimeException failure) {
            // Of the database, or of somebody who is trying them: they are tried again later.
            if (!TransientFailures.includes(failure)) {
                throw failure;
            }
        }
    }

    private boolean isDue(Instant lastTouched, Instant start) {
        // Touched by a clock that was ahead: nobody waits until this one gets there.
        return lastTouched.isBefore(start)
                || lastTouched.isAfter(GenericDeadLetter.clock.instant().plus(interval));
    }

    private ProjectionMetrics metricsOf(LiveProjection projection) {
        return Objects.requireNonNull(metrics.get(projection.name()));
    }

    @Override
    public void stop() {
        running = false;
        if (executor != null) {
            Shutdown.gently(executor);
        }
    }

    @Override
    public void close() {
        onRequest.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
