package io.daybook.domain.returns;

import io.daybook.domain.order.LineQuantity;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReturnId;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * Units were not sent in time, or nobody waits for them any more; what has arrived is settled all
 * the same.
 */
@Revision("1")
public record ReturnUnitsLapsed(ReturnId returnId, OrderId orderId, List<LineQuantity> lines)
        implements ReturnEvent {

    public ReturnUnitsLapsed {
        lines = List.copyOf(lines);
    }
}
