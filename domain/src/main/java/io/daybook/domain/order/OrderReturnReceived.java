package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReturnId;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * Units came back.
 *
 * @param lines everything of the return that has arrived so far
 */
@Revision("1")
public record OrderReturnReceived(OrderId orderId, ReturnId returnId, List<LineQuantity> lines)
        implements OrderEvent {

    public OrderReturnReceived {
        lines = List.copyOf(lines);
    }
}
