package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReturnId;
import java.util.List;

/**
 * Tells the order that a return is over.
 *
 * @param returned the units that were settled; the others may be returned again
 */
public record RecordReturnEnded(OrderId orderId, ReturnId returnId, List<LineQuantity> returned)
        implements OrderCommand {

    public RecordReturnEnded {
        returned = List.copyOf(returned);
    }
}
