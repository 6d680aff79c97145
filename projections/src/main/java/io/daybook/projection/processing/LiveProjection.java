package io.daybook.projection.processing;

import io.daybook.projection.Projector;
import java.util.Objects;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;

/** One projection on this node: what it consists of, and how it is doing. */
final class LiveProjection {

    private final Projector projector;
    private final DeadLetters deadLetters;
    private final BatchApplier applier;
    private final LivePosition position;
    private volatile @Nullable StreamingEventProcessor processor;
    private volatile @Nullable String failure;

    LiveProjection(
            Projector projector,
            DeadLetters deadLetters,
            BatchApplier applier,
            LivePosition position) {
        this.projector = projector;
        this.deadLetters = deadLetters;
        this.applier = applier;
        this.position = position;
    }

    String name() {
        return projector.name();
    }

    Projector projector() {
        return projector;
    }

    DeadLetters deadLetters() {
        return deadLetters;
    }

    BatchApplier applier() {
        return applier;
    }

    LivePosition position() {
        return position;
    }

    void runBy(StreamingEventProcessor started) {
        processor = started;
        position.follow(started);
    }

    /**
     * @throws NullPointerException before Axon has built it
     */
    StreamingEventProcessor processor() {
        return Objects.requireNonNull(processor, "Axon has not built the processor yet");
    }

    boolean isBuilt() {
        return processor != null;
    }

    void failed(Throwable cause) {
        failure = cause.toString();
    }

    void recovered() {
        failure = null;
    }

    /** Why the last batch failed as a whole; null since one was committed. */
    @Nullable String failure() {
        return failure;
    }
}
