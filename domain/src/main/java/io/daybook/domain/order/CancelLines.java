package io.daybook.domain.order;

import io.daybook.domain.shared.CancellationId;
import io.daybook.domain.shared.OrderId;
import java.util.List;

/**
 * Withdraws units that have not left the warehouse. With the last of an order that never shipped,
 * the order is cancelled.
 */
public record CancelLines(
        OrderId orderId, CancellationId cancellationId, String reason, List<LineQuantity> lines)
        implements OrderCommand {

    public CancelLines {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a cancellation has at least one line");
        }
    }
}
