package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;
import java.util.List;
import org.axonframework.serialization.Revision;

/** Every line has its units reserved. */
@Revision("1")
public record OrderStockReserved(OrderId orderId, List<ReservedLine> reservations)
        implements OrderEvent {
    public OrderStockReserved {
        reservations = List.copyOf(reservations);
    }
}
