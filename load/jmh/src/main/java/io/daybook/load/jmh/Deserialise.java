package io.daybook.load.jmh;

import org.axonframework.serialization.SerializedObject;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** On the way back from the log. */
public class Deserialise {

    @State(Scope.Thread)
    @SuppressWarnings("NullAway.Init") // JMH calls the method that fills the field
    public static class StoredOrder {
        SerializedObject<byte[]> placed;

        @Setup
        public void fill(Cart cart) {
            placed = StoredEvents.write(cart.placed);
        }
    }

    @Benchmark
    public Object orderPlaced(StoredOrder order) {
        return StoredEvents.read(order.placed);
    }

    @Benchmark
    public Object stockReserved(StoredEvents events) {
        return StoredEvents.read(events.storedReserved);
    }

    @Benchmark
    public Object metadata(StoredEvents events) {
        return StoredEvents.read(events.storedMetadata);
    }
}
