package io.daybook.domain.order;

import io.daybook.domain.shared.CancellationId;
import io.daybook.domain.shared.OrderId;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * Units are not wanted any more; their stock and what was captured for them go back.
 *
 * @param lines what was cancelled, each line once
 * @param amounts what these lines come to now
 * @param released the promised units that may be sold again
 * @param refunds what was captured beyond the new total
 */
@Revision("1")
public record LinesCancelled(
        OrderId orderId,
        CancellationId cancellationId,
        String reason,
        List<LineQuantity> lines,
        List<LineAmounts> amounts,
        List<ReservedLine> released,
        List<PaymentShare> refunds)
        implements OrderEvent {

    public LinesCancelled {
        lines = List.copyOf(lines);
        amounts = List.copyOf(amounts);
        released = List.copyOf(released);
        refunds = List.copyOf(refunds);
    }
}
