package io.daybook.command.time;

import java.time.Clock;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.deadletter.GenericDeadLetter;

/** Axon keeps its clocks in static fields, where no injection reaches them. */
final class FrameworkClocks implements AutoCloseable {

    FrameworkClocks(Clock clock) {
        set(clock);
    }

    private static void set(Clock clock) {
        GenericEventMessage.clock = clock;
        GenericDeadLetter.clock = clock;
    }

    /** Another context may follow in the same process. */
    @Override
    public void close() {
        set(Clock.systemUTC());
    }
}
