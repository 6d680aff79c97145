package io.daybook.load.jmh;

import io.daybook.command.serialization.SerializationAutoConfiguration;
import io.daybook.domain.inventory.StockReserved;
import io.daybook.domain.message.MetadataKeys;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The program's own serializer of events, taken from its wiring, and what every event carries. */
@State(Scope.Thread)
public class StoredEvents {

    private static final Serializer SERIALIZER = ofTheProgram();

    MetaData metadata =
            MetaData.from(
                    Map.of(
                            MetadataKeys.TENANT, "demo",
                            MetadataKeys.ACTOR, "demo",
                            MetadataKeys.CORRELATION_ID, "0199d0a4-6f3c-7c1e-9a53-1d2b6c1f0a12",
                            MetadataKeys.CAUSATION_ID, "0199d0a4-6f3c-7c1e-9a53-1d2b6c1f0a13",
                            MetadataKeys.COMMAND_ID, "0199d0a4-6f3c-7c1e-9a53-1d2b6c1f0a13",
                            MetadataKeys.REQUEST_ID, "0199d0a4-6f3c-7c1e-9a53-1d2b6c1f0a14",
                            MetadataKeys.TRACEPARENT,
                                    "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));

    StockReserved reserved = Stock.reserved();
    SerializedObject<byte[]> storedReserved = write(reserved);
    SerializedObject<byte[]> storedMetadata = write(metadata);

    private static Serializer ofTheProgram() {
        try (var context =
                new AnnotationConfigApplicationContext(SerializationAutoConfiguration.class)) {
            return context.getBean("eventSerializer", Serializer.class);
        }
    }

    static SerializedObject<byte[]> write(Object value) {
        return SERIALIZER.serialize(value, byte[].class);
    }

    static Object read(SerializedObject<byte[]> stored) {
        return SERIALIZER.deserialize(stored);
    }
}
