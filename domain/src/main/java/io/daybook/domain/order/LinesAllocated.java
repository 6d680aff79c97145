package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * It is decided from where the units are taken; nothing is promised yet.
 *
 * @param attempt counts from 1
 * @param reservations what is to be reserved at each location
 */
@Revision("1")
public record LinesAllocated(OrderId orderId, int attempt, List<ReservedLine> reservations)
        implements OrderEvent {

    public LinesAllocated {
        reservations = List.copyOf(reservations);
    }
}
