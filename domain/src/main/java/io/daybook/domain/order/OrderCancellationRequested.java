package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import java.util.List;
import org.axonframework.serialization.Revision;

/** The order is being cancelled: stock and money go back before it ends. */
@Revision("1")
public record OrderCancellationRequested(
        OrderId orderId, String reason, List<ReservedLine> reservations, List<PaymentId> payments)
        implements OrderEvent {
    public OrderCancellationRequested {
        reservations = List.copyOf(reservations);
        payments = List.copyOf(payments);
    }
}
