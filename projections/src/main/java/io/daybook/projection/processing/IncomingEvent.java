package io.daybook.projection.processing;

import io.daybook.domain.message.MetadataKeys;
import io.daybook.projection.Projector;
import io.daybook.projection.RecordedEvent;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way into a projection.
 *
 * @param event null when the event cannot be read; {@code unreadable} tells why
 */
record IncomingEvent(
        EventMessage<?> message,
        String key,
        @Nullable RecordedEvent event,
        @Nullable RuntimeException unreadable) {

    static IncomingEvent of(EventMessage<?> message, Projector projector) {
        return of(message, projector, message.getTimestamp());
    }

    /**
     * @param recordedAt more exact than the message itself when it comes out of a dead letter
     */
    static IncomingEvent of(EventMessage<?> message, Projector projector, Instant recordedAt) {
        try {
            var payload = readable(message.getPayload());
            return new IncomingEvent(
                    message,
                    projector.sequenceKey(payload),
                    recorded(message, payload, recordedAt),
                    null);
        } catch (RuntimeException unreadable) {
            return new IncomingEvent(message, aggregateId(message), null, unreadable);
        }
    }

    private static Object readable(Object payload) {
        if (payload instanceof UnknownSerializedType) {
            throw new IllegalStateException(
                    "This version of Daybook does not know the type of the event");
        }
        return payload;
    }

    private static RecordedEvent recorded(
            EventMessage<?> message, Object payload, Instant recordedAt) {
        return new RecordedEvent(
                payload,
                Objects.toString(message.getMetaData().get(MetadataKeys.TENANT), "-"),
                aggregateId(message),
                message instanceof DomainEventMessage<?> domain ? domain.getSequenceNumber() : 0,
                positionOf(message),
                recordedAt);
    }

    private static String aggregateId(EventMessage<?> message) {
        return message instanceof DomainEventMessage<?> domain
                ? domain.getAggregateIdentifier()
                : message.getIdentifier();
    }

    private static long positionOf(EventMessage<?> message) {
        return message instanceof TrackedEventMessage<?> tracked && tracked.trackingToken() != null
                ? tracked.trackingToken().position().orElse(0)
                : 0;
    }

    /**
     * @throws RuntimeException when the event cannot be read
     */
    RecordedEvent required() {
        if (event == null) {
            throw Objects.requireNonNull(unreadable);
        }
        return event;
    }
}
