package io.daybook.command.payment;

import io.daybook.domain.payment.PaymentEvent;
import io.daybook.domain.shared.PaymentId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;

/** Stored payments without a database. */
public final class PaymentsInMemory {

    private PaymentsInMemory() {}

    /**
     * Payments that are read from the events of a story.
     *
     * @param history the events of a payment, oldest first
     */
    public static StoredPayments of(Function<PaymentId, List<PaymentEvent>> history) {
        return new StoredPayments(id -> stream(id, history));
    }

    private static DomainEventStream stream(
            String id, Function<PaymentId, List<PaymentEvent>> history) {
        List<PaymentEvent> events = history.apply(new PaymentId(id));
        return DomainEventStream.of(
                IntStream.range(0, events.size())
                        .mapToObj(n ->
                                new GenericDomainEventMessage<>("payment", id, n, events.get(n))));
    }
}
