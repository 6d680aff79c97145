package io.daybook.projection.processing;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Measures the lag once a second, and makes a projection that failed try again without Axon's
 * growing pauses.
 */
final class ProjectionWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ProjectionWatch.class);
    private static final long INTERVAL_MILLIS = 1000;

    private final Collection<LiveProjection> projections;
    private final LogHead head;
    private final Clock clock;
    private final ScheduledExecutorService executor;
    private final int segments;
    private final Map<String, Lag> lags = new ConcurrentHashMap<>();
    private volatile boolean running;

    ProjectionWatch(
            Collection<LiveProjection> projections,
            LogHead head,
            Clock clock,
            ScheduledExecutorService executor,
            int segments) {
        this.projections = projections;
        this.head = head;
        this.clock = clock;
        this.executor = executor;
        this.segments = segments;
    }

    Lag lagOf(String projection) {
        return lags.getOrDefault(projection, Lag.UNKNOWN);
    }

    Lag measure(LiveProjection projection) {
        var lag = Lag.of(projection, head, clock);
        lags.put(projection.name(), lag);
        return lag;
    }

    @Override
    public void start() {
        running = true;
        executor.execute(this::look);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it looks again until it is stopped
    private void look() {
        if (!running) {
            return;
        }
        projections.forEach(this::lookAt);
        executor.schedule(this::look, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void lookAt(LiveProjection projection) {
        try {
            measure(projection);
            nudge(projection);
        } catch (RuntimeException failure) {
            log.warn("Cannot tell how {} is doing: {}", projection.name(), failure.toString());
        }
    }

    /** Axon keeps a segment that failed aside for up to a minute; claiming it by hand ends that. */
    @SuppressWarnings("FutureReturnValueIgnored") // if it does not help, the next look claims again
    private void nudge(LiveProjection projection) {
        if (projection.failure() == null
                || !projection.isBuilt()
                || !projection.processor().isRunning()) {
            return;
        }
        var processor = projection.processor();
        for (var segment = 0; segment < segments; segment++) {
            if (!processor.processingStatus().containsKey(segment)) {
                processor.claimSegment(segment);
            }
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
