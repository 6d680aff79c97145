package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;
import java.util.List;
import org.axonframework.serialization.Revision;

/** Stock or payment refused the order; what was reserved is given back. */
@Revision("1")
public record OrderRejected(
        OrderId orderId, RejectionReason reason, String detail, List<ReservedLine> reservations)
        implements OrderEvent {
    public OrderRejected {
        reservations = List.copyOf(reservations);
    }
}
