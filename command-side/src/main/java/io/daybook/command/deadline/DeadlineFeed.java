package io.daybook.command.deadline;

import io.daybook.domain.message.MetadataKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the table of deadlines as the log wants it: the changes of a batch with two statements, in
 * the transaction of the position. Events that say nothing about a deadline, which is most of them,
 * are not even taken into a batch.
 */
final class DeadlineFeed implements EventHandlerInvoker {

    private static final Logger log = LoggerFactory.getLogger(DeadlineFeed.class);
    private static final String BATCH = DeadlineFeed.class.getName();

    private final DeadlineTable table;

    DeadlineFeed(DeadlineTable table) {
        this.table = table;
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return DeadlineEvents.concern(payloadType);
    }

    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        try {
            return canHandleType(event.getPayloadType())
                    && DeadlineEvents.change(event.getPayload()).isPresent();
        } catch (RuntimeException unreadable) {
            // One event that this version cannot read must not stop the deadlines of all others.
            log.error("Event {} sets no deadline", event.getIdentifier(), unreadable);
            return false;
        }
    }

    @Override
    public void handle(EventMessage<?> event, Segment segment) {
        var unitOfWork = CurrentUnitOfWork.get().root();
        List<EventMessage<?>> batch =
                unitOfWork.getOrComputeResource(BATCH, _ -> new ArrayList<>());
        batch.add(event);
        if (!(unitOfWork instanceof BatchingUnitOfWork<?> many) || many.isLastMessage()) {
            apply(batch);
        }
    }

    private void apply(List<EventMessage<?>> batch) {
        var set = new LinkedHashMap<DeadlineId, Deadline>();
        var begun = new HashSet<DeadlineId>();
        var cleared = new LinkedHashSet<DeadlineId>();
        for (var event : batch) {
            var change = DeadlineEvents.change(event.getPayload()).orElseThrow();
            switch (change) {
                case DeadlineChange.Set(var id, var dueAt) -> {
                    begun.add(id);
                    set.put(id, deadline(id, dueAt, event));
                }
                case DeadlineChange.Moved(var id, var dueAt) ->
                        set.put(id, deadline(id, dueAt, event));
                case DeadlineChange.Cleared(var id) -> {
                    set.remove(id);
                    // What began in this very batch was never written.
                    if (!begun.contains(id)) {
                        cleared.add(id);
                    }
                }
            }
        }
        table.clear(cleared);
        table.set(set.values());
    }

    private static Deadline deadline(DeadlineId id, Instant dueAt, EventMessage<?> event) {
        Object correlationId = event.getMetaData().get(MetadataKeys.CORRELATION_ID);
        return new Deadline(
                id,
                String.valueOf(event.getMetaData().get(MetadataKeys.TENANT)),
                dueAt,
                event.getIdentifier(),
                correlationId == null ? null : correlationId.toString(),
                0);
    }

    /** The table is right as it is: every change of it can be applied again. */
    @Override
    public boolean supportsReset() {
        return false;
    }
}
