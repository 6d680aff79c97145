package io.daybook.command.process;

import io.daybook.domain.order.OrderEvent;
import io.daybook.domain.payment.PaymentEvent;
import io.daybook.domain.returns.ReturnEvent;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;

/**
 * Everything about one order in turn: its fulfilment, its payments, its returns and its
 * cancellation never interleave.
 */
final class OrderSequence {

    private OrderSequence() {}

    static String of(EventMessage<?> event) {
        try {
            return switch (event.getPayload()) {
                case OrderEvent e -> e.orderId().value();
                case PaymentEvent e -> e.orderId().value();
                case ReturnEvent e -> e.orderId().value();
                default -> event.getIdentifier();
            };
        } catch (RuntimeException unreadable) {
            // Fails again where it is handled, and is parked there instead of stopping the group.
            return event instanceof DomainEventMessage<?> domainEvent
                    ? domainEvent.getAggregateIdentifier()
                    : event.getIdentifier();
        }
    }
}
