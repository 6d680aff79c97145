package io.daybook.command.payment;

import io.daybook.domain.payment.PaymentEvent;
import io.daybook.domain.payment.PaymentState;
import io.daybook.domain.shared.PaymentId;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;

/** Payments as their events tell, for those who have to ask a provider about them. May block. */
public final class StoredPayments {

    private final Function<String, DomainEventStream> log;

    /**
     * @param log reads the events of a payment, oldest first
     */
    StoredPayments(Function<String, DomainEventStream> log) {
        this.log = log;
    }

    /** Nothing for a payment that has no events. */
    public Optional<PaymentState.Created> find(PaymentId id) {
        PaymentState state = PaymentState.initial();
        for (var message : log.apply(id.value()).asStream().toList()) {
            state = state.evolve((PaymentEvent) message.getPayload());
        }
        return state instanceof PaymentState.Created payment
                ? Optional.of(payment)
                : Optional.empty();
    }
}
