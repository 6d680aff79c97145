package io.daybook.command.serialization;

import io.daybook.command.serialization.GoldenFiles.Golden;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Events as the event store writes and reads them, their JSON laid out for people. */
final class StoredEvents {

    /** For every revision that is not the newest; there is none yet. */
    private static final EventUpcaster UPCASTERS = NoOpEventUpcaster.INSTANCE;

    private final EventSerializer serializer =
            (EventSerializer) new SerializationAutoConfiguration().eventSerializer();
    private final ObjectMapper json = serializer.getObjectMapper();

    String nameOf(Class<?> event) {
        return serializer.typeForClass(event).getName();
    }

    String written(Object event) {
        String stored = serializer.serialize(event, String.class).getData();
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(json.readTree(stored))
                + '\n';
    }

    String rewritten(Golden golden) {
        return written(read(golden));
    }

    Object writtenAndRead(Object event) {
        return serializer.<String, Object>deserialize(serializer.serialize(event, String.class));
    }

    Object read(Golden golden) {
        var entry =
                new GenericDomainEventEntry<>(
                        "type",
                        "id",
                        0,
                        "event",
                        "2026-01-02T03:04:05Z",
                        golden.event(),
                        golden.revision(),
                        golden.json(),
                        "{}");
        return EventUtils.upcastAndDeserializeTrackedEvents(
                        Stream.of(
                                new TrackedDomainEventData<>(
                                        new GlobalSequenceTrackingToken(1), entry)),
                        serializer,
                        UPCASTERS)
                .findFirst()
                .orElseThrow()
                .getPayload();
    }

    /** Whether all that the smaller text says is in the larger one, with the same values. */
    boolean contains(String larger, String smaller) {
        return contains(json.readTree(larger), json.readTree(smaller));
    }

    private static boolean contains(JsonNode larger, JsonNode smaller) {
        if (smaller.isObject()) {
            return larger.isObject()
                    && smaller.propertyStream()
                            .allMatch(p ->
                                    larger.has(p.getKey())
                                            && contains(larger.get(p.getKey()), p.getValue()));
        }
        if (smaller.isArray()) {
            return larger.size() == smaller.size()
                    && Stream.iterate(0, i -> i < smaller.size(), i -> i + 1)
                            .allMatch(i -> contains(larger.get(i), smaller.get(i)));
        }
        return larger.equals(smaller);
    }

    boolean hasNulls(String text) {
        return hasNulls(json.readTree(text));
    }

    private static boolean hasNulls(JsonNode node) {
        return node.isNull() || node.valueStream().anyMatch(StoredEvents::hasNulls);
    }
}
