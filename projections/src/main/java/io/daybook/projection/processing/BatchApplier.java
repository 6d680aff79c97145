package io.daybook.projection.processing;

import io.daybook.projection.Projector;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies events to a projection, all of a batch at once if possible, and sets aside those that
 * cannot be applied. Everything runs inside the caller's transaction.
 */
final class BatchApplier {

    private static final Logger log = LoggerFactory.getLogger(BatchApplier.class);

    private final Projector projector;
    private final DeadLetters deadLetters;
    private final Savepoints savepoints;

    BatchApplier(Projector projector, DeadLetters deadLetters, Savepoints savepoints) {
        this.projector = projector;
        this.deadLetters = deadLetters;
        this.savepoints = savepoints;
    }

    void apply(List<IncomingEvent> batch) {
        var live = batch.stream().filter(event -> !deadLetters.addedBehindOthers(event)).toList();
        if (!live.isEmpty() && !appliedTogether(live)) {
            live.forEach(this::applyAlone);
        }
    }

    private boolean appliedTogether(List<IncomingEvent> events) {
        try {
            write(events);
            return true;
        } catch (RuntimeException failure) {
            rethrowIfTransient(failure);
            log.info(
                    "A batch of {} for {} goes event by event: {}",
                    events.size(),
                    projector.name(),
                    failure.toString());
            return false;
        }
    }

    private void applyAlone(IncomingEvent event) {
        if (deadLetters.addedBehindOthers(event)) {
            return;
        }
        try {
            write(List.of(event));
        } catch (RuntimeException failure) {
            rethrowIfTransient(failure);
            log.warn(
                    "{} cannot apply event {} of {}; it and what follows it wait in the dead letters",
                    projector.name(),
                    event.message().getIdentifier(),
                    event.key(),
                    failure);
            deadLetters.add(event, failure);
        }
    }

    private void write(List<IncomingEvent> events) {
        var readable = events.stream().map(IncomingEvent::required).toList();
        savepoints.guard(() -> projector.apply(readable));
    }

    /** Tries a dead letter again, the way a batch would. */
    EnqueueDecision<EventMessage<?>> retry(DeadLetter<? extends EventMessage<?>> letter) {
        try {
            write(
                    List.of(
                            IncomingEvent.of(
                                    letter.message(), projector, DeadLetters.recordedAt(letter))));
            return Decisions.evict();
        } catch (RuntimeException failure) {
            rethrowIfTransient(failure);
            log.warn(
                    "{} still cannot apply a dead letter: {}",
                    projector.name(),
                    failure.toString());
            return Decisions.requeue(DeadLetters.kept(failure));
        }
    }

    /**
     * The whole transaction is taken back then, and the processor or the next retry comes again.
     */
    private static void rethrowIfTransient(RuntimeException failure) {
        if (TransientFailures.includes(failure)) {
            throw failure;
        }
    }
}
