package io.daybook.projection.processing;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;

/**
 * The position of one projection, without waiting for anything: from the memory of its processor
 * when that runs here, else from what was last read of the stored tokens.
 */
final class LivePosition {

    private static final long STALE = Duration.ofMillis(20).toNanos();

    /** What was read longer ago may be from before a rebuild. */
    private static final long TOO_OLD = Duration.ofSeconds(1).toNanos();

    private final String projection;
    private final StoredPositions stored;
    private final Executor background;
    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile @Nullable StreamingEventProcessor processor;
    private volatile ReachedPosition lastStored = ReachedPosition.NOTHING;
    private volatile long readAt = System.nanoTime() - TOO_OLD;

    LivePosition(String projection, StoredPositions stored, Executor background) {
        this.projection = projection;
        this.stored = stored;
        this.background = background;
    }

    void follow(StreamingEventProcessor running) {
        processor = running;
    }

    ReachedPosition current() {
        return ofProcessor().orElseGet(this::lastRead);
    }

    /** Reads the stored tokens when the processor does not run here, so it may block. */
    ReachedPosition exact() {
        return ofProcessor().orElseGet(() -> stored.of(projection));
    }

    private Optional<ReachedPosition> ofProcessor() {
        return Optional.ofNullable(processor)
                .map(running -> running.processingStatus().values())
                .filter(LivePosition::isWhole)
                .map(segments ->
                        ReachedPosition.of(
                                segments.stream()
                                        .map(EventTrackerStatus::getTrackingToken)
                                        .toList()));
    }

    private ReachedPosition lastRead() {
        var age = System.nanoTime() - readAt;
        if (age > STALE && reading.compareAndSet(false, true)) {
            background.execute(this::readStored);
        }
        return age > TOO_OLD ? ReachedPosition.NOTHING : lastStored;
    }

    private static boolean isWhole(Collection<EventTrackerStatus> segments) {
        return segments.stream()
                        .mapToDouble(status -> 1.0 / (status.getSegment().getMask() + 1))
                        .sum()
                > 0.999;
    }

    private void readStored() {
        try {
            lastStored = stored.of(projection);
        } finally {
            readAt = System.nanoTime();
            reading.set(false);
        }
    }
}
