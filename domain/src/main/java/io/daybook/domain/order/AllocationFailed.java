package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * A location had too little, so that the units have to come from elsewhere.
 *
 * @param detail what was missing
 * @param released reservations that were or may have been made for the attempt
 */
@Revision("1")
public record AllocationFailed(
        OrderId orderId, int attempt, String detail, List<ReservedLine> released)
        implements OrderEvent {

    public AllocationFailed {
        released = List.copyOf(released);
    }
}
