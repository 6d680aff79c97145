package io.daybook.domain.order;

import io.daybook.domain.shared.ChangeId;
import io.daybook.domain.shared.OrderId;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * A change took effect.
 *
 * @param amounts what the changed lines come to now
 * @param reserved units that were promised because of it
 * @param released promised units that may be sold again
 * @param refunds what was captured beyond the new total
 * @param captures what shipped units cost more than was captured
 */
@Revision("1")
public record ChangeApplied(
        OrderId orderId,
        ChangeId changeId,
        List<LineChange> lines,
        List<LineAmounts> amounts,
        List<ReservedLine> reserved,
        List<ReservedLine> released,
        List<PaymentShare> refunds,
        List<PaymentShare> captures)
        implements OrderEvent {

    public ChangeApplied {
        lines = List.copyOf(lines);
        amounts = List.copyOf(amounts);
        reserved = List.copyOf(reserved);
        released = List.copyOf(released);
        refunds = List.copyOf(refunds);
        captures = List.copyOf(captures);
    }
}
