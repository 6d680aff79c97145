package io.daybook.command.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between a processor and the reactions of its group. A reaction mostly waits, for commands
 * or for a provider, so those of a batch run side by side, and their commands are made durable
 * together; those to one order still run in turn. What fails is parked, and what follows it with
 * it; the batch ends when all have ended.
 */
final class ReactionInvoker implements EventHandlerInvoker {

    private static final Logger log = LoggerFactory.getLogger(ReactionInvoker.class);
    private static final String BATCH = ReactionInvoker.class.getName();

    private final EventHandlerInvoker reactions;
    private final ParkedSequences parked;
    private final Function<EventMessage<?>, String> sequence;
    private final Executor executor;

    /** Events of one order, on their way. */
    private record Turn(
            String order,
            List<EventMessage<?>> events,
            CompletableFuture<Optional<Failure>> failure) {}

    private record Failure(int index, Exception cause) {}

    /**
     * @param reactions throws what a reaction throws
     * @param executor runs everything at once that it is given
     */
    ReactionInvoker(
            EventHandlerInvoker reactions,
            ParkedSequences parked,
            Function<EventMessage<?>, String> sequence,
            Executor executor) {
        this.reactions = reactions;
        this.parked = parked;
        this.sequence = sequence;
        this.executor = executor;
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return reactions.canHandleType(payloadType);
    }

    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        return reactions.canHandle(event, segment);
    }

    @Override
    public void handle(EventMessage<?> event, Segment segment) {
        var unitOfWork = CurrentUnitOfWork.get().root();
        List<EventMessage<?>> batch =
                unitOfWork.getOrComputeResource(BATCH, _ -> new ArrayList<>());
        batch.add(event);
        if (!(unitOfWork instanceof BatchingUnitOfWork<?> many) || many.isLastMessage()) {
            react(batch);
        }
    }

    private void react(List<EventMessage<?>> batch) {
        var orders = new LinkedHashMap<String, List<EventMessage<?>>>();
        for (var event : batch) {
            String order = sequence.apply(event);
            if (!parked.addedBehindOthers(order, event)) {
                orders.computeIfAbsent(order, _ -> new ArrayList<>()).add(event);
            }
        }
        var turns = new ArrayList<Turn>();
        orders.forEach((order, events) ->
                turns.add(
                        new Turn(
                                order,
                                events,
                                CompletableFuture.supplyAsync(
                                        () -> firstFailure(events), executor))));
        for (var turn : turns) {
            turn.failure().join().ifPresent(failure -> park(turn, failure));
        }
    }

    private Optional<Failure> firstFailure(List<EventMessage<?>> events) {
        for (int i = 0; i < events.size(); i++) {
            try {
                react(events.get(i));
            } catch (Exception cause) {
                return Optional.of(new Failure(i, cause));
            }
        }
        return Optional.empty();
    }

    private void react(EventMessage<?> event) throws Exception {
        reactions.handle(event, Segment.ROOT_SEGMENT);
    }

    /** On the processor's own thread: parking belongs to the transaction of the batch. */
    private void park(Turn turn, Failure failure) {
        var event = turn.events().get(failure.index());
        log.warn(
                "The reaction to {} of {} is parked and tried again: {}",
                event.getPayloadType().getSimpleName(),
                turn.order(),
                failure.cause().toString());
        parked.add(turn.order(), event, failure.cause());
        turn.events().stream()
                .skip(failure.index() + 1L)
                .forEach(next -> parked.addedBehindOthers(turn.order(), next));
    }

    /** Tries one order that the filter accepts again. */
    void retry(Predicate<DeadLetter<? extends EventMessage<?>>> filter) {
        parked.retry(filter, this::react);
    }

    @Override
    public boolean supportsReset() {
        return reactions.supportsReset();
    }

    @Override
    public void performReset() {
        reactions.performReset();
    }

    @Override
    public void segmentReleased(Segment segment) {
        parked.forget();
        reactions.segmentReleased(segment);
    }
}
