package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReturnId;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * A return is over.
 *
 * @param returned the units that were settled; the others may be returned again
 */
@Revision("1")
public record OrderReturnEnded(OrderId orderId, ReturnId returnId, List<LineQuantity> returned)
        implements OrderEvent {

    public OrderReturnEnded {
        returned = List.copyOf(returned);
    }
}
