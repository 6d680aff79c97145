package io.daybook.domain.order;

import io.daybook.domain.shared.ChangeId;
import io.daybook.domain.shared.OrderId;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * Stock or payment refused a change; the order is as it was.
 *
 * @param released reservations that were or may have been made for it
 */
@Revision("1")
public record ChangeFailed(
        OrderId orderId, ChangeId changeId, String reason, List<ReservedLine> released)
        implements OrderEvent {

    public ChangeFailed {
        released = List.copyOf(released);
    }
}
