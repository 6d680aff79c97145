package io.daybook.domain.returns;

import io.daybook.domain.order.OrderLine;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReturnId;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * Goods are to be sent instead: they are ordered and reserved next.
 *
 * @param replacementId the order of them
 * @param lines what is sent
 */
@Revision("1")
public record ReplacementRequested(
        ReturnId returnId, OrderId orderId, OrderId replacementId, List<OrderLine> lines)
        implements ReturnEvent {

    public ReplacementRequested {
        lines = List.copyOf(lines);
    }
}
