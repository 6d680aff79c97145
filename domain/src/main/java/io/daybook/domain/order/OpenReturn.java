package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReturnId;
import io.daybook.domain.shared.ReturnKind;
import java.time.Instant;
import java.util.List;

/**
 * Asks the order for units that a return, an exchange or a claim is about. The order counts them
 * over all of these together, so that never more comes back than was shipped.
 */
public record OpenReturn(
        OrderId orderId,
        ReturnId returnId,
        ReturnKind kind,
        List<LineQuantity> lines,
        Instant requestedAt)
        implements OrderCommand {

    public OpenReturn {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a return has at least one line");
        }
    }
}
