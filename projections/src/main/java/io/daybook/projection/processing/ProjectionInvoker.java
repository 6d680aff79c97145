package io.daybook.projection.processing;

import io.daybook.projection.Projector;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.UnknownSerializedType;

/**
 * Stands between an Axon processor and a projector: collects the events of a batch and applies them
 * with the last one.
 */
final class ProjectionInvoker implements EventHandlerInvoker {

    private final Projector projector;
    private final BatchApplier applier;
    private final DeadLetters deadLetters;
    private final BatchListener listener;
    private final Runnable onReset;
    private final String batchKey;

    /** Is told how batches end, on the thread of the processor. */
    interface BatchListener {

        void committed(List<IncomingEvent> batch);

        void failed(Throwable cause);

        /** After either, when the processor's own status is up to date. */
        void ended();
    }

    ProjectionInvoker(
            Projector projector,
            BatchApplier applier,
            DeadLetters deadLetters,
            BatchListener listener,
            Runnable onReset) {
        this.projector = projector;
        this.applier = applier;
        this.deadLetters = deadLetters;
        this.listener = listener;
        this.onReset = onReset;
        this.batchKey = "daybook.projection." + projector.name();
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return projector.handles(payloadType) || payloadType == UnknownSerializedType.class;
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        var concerned =
                message.getPayloadType() == UnknownSerializedType.class
                        ? message instanceof DomainEventMessage<?> domain
                                && domain.getType() != null
                                && projector.entityTypes().contains(domain.getType())
                        : projector.handles(message.getPayloadType());
        // The key needs the payload, and a worker should read that rather than the one thread that
        // feeds all workers.
        return concerned
                && (segment.getMask() == 0
                        || segment.matches(IncomingEvent.of(message, projector).key()));
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        var unitOfWork = CurrentUnitOfWork.get().root();
        List<IncomingEvent> batch =
                unitOfWork.getOrComputeResource(batchKey, _ -> new ArrayList<>());
        batch.add(IncomingEvent.of(message, projector));
        if (!(unitOfWork instanceof BatchingUnitOfWork<?> many) || many.isLastMessage()) {
            listenTo(unitOfWork, batch);
            applier.apply(batch);
        }
    }

    private void listenTo(UnitOfWork<?> unitOfWork, List<IncomingEvent> batch) {
        unitOfWork.afterCommit(_ -> listener.committed(batch));
        unitOfWork.onRollback(
                ended -> listener.failed(ended.getExecutionResult().getExceptionResult()));
        // The processor notes its position after the commit too, in a hook that runs after ours.
        unitOfWork.onCleanup(_ -> listener.ended());
    }

    @Override
    public void performReset() {
        projector.clear();
        deadLetters.clear();
        onReset.run();
    }

    @Override
    public void segmentReleased(Segment segment) {
        deadLetters.forget();
    }
}
