package io.daybook.projection.processing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
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
    private volatile Derived derived = new Derived(List.of(), ReachedPosition.NOTHING);
    private volatile ReachedPosition lastStored = ReachedPosition.NOTHING;
    private volatile long readAt = System.nanoTime() - TOO_OLD;

    private record Derived(List<@Nullable TrackingToken> tokens, ReachedPosition position) {}

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

    /** Asked for by every read, so what was made of the same tokens before is used again. */
    private Optional<ReachedPosition> ofProcessor() {
        StreamingEventProcessor running = processor;
        if (running == null) {
            return Optional.empty();
        }
        var tokens = new ArrayList<@Nullable TrackingToken>(1);
        double whole = 0;
        for (EventTrackerStatus segment : running.processingStatus().values()) {
            whole += 1.0 / (segment.getSegment().getMask() + 1);
            tokens.add(segment.getTrackingToken());
        }
        if (whole < 0.999) {
            return Optional.empty();
        }
        Derived known = derived;
        if (!known.tokens().equals(tokens)) {
            known = new Derived(tokens, ReachedPosition.of(tokens));
            derived = known;
        }
        return Optional.of(known.position());
    }

    private ReachedPosition lastRead() {
        var age = System.nanoTime() - readAt;
        if (age > STALE && reading.compareAndSet(false, true)) {
            background.execute(this::readStored);
        }
        return age > TOO_OLD ? ReachedPosition.NOTHING : lastStored;
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
