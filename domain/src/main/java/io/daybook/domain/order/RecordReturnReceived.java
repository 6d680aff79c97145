package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReturnId;
import java.util.List;

/**
 * Tells the order what came back.
 *
 * @param lines everything of the return that has arrived so far, over all its parcels; units that
 *     the return did not ask for are left out
 */
public record RecordReturnReceived(OrderId orderId, ReturnId returnId, List<LineQuantity> lines)
        implements OrderCommand {

    public RecordReturnReceived {
        lines = List.copyOf(lines);
    }
}
