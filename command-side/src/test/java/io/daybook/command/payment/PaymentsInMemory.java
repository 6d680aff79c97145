package io.daybook.command.payment;

import java.util.function.Function;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;

/** Stored payments without a database. */
public final class PaymentsInMemory {

    private PaymentsInMemory() {}

    /**
     * Payments that are read from the events of a story.
     *
     * @param log reads the events of a payment, oldest first
     */
    public static StoredPayments of(Function<String, DomainEventStream> log) {
        return new StoredPayments(log);
    }
}
