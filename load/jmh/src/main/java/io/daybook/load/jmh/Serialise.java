package io.daybook.load.jmh;

import org.openjdk.jmh.annotations.Benchmark;

/** On the way into the log. */
public class Serialise {

    @Benchmark
    public Object orderPlaced(Cart cart) {
        return StoredEvents.write(cart.placed);
    }

    @Benchmark
    public Object stockReserved(StoredEvents events) {
        return StoredEvents.write(events.reserved);
    }

    @Benchmark
    public Object metadata(StoredEvents events) {
        return StoredEvents.write(events.metadata);
    }
}
