package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * The order was not paid in time; what was promised or held for it is given back.
 *
 * @param payments that may hold money
 */
@Revision("1")
public record OrderExpired(
        OrderId orderId, List<ReservedLine> reservations, List<PaymentId> payments)
        implements OrderEvent {

    public OrderExpired {
        reservations = List.copyOf(reservations);
        payments = List.copyOf(payments);
    }
}
