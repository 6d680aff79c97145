package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReturnId;
import io.daybook.domain.shared.ReturnKind;
import java.time.Instant;
import java.util.List;

/**
 * Asks the order for units that a return, an exchange or a claim is about. The order counts them
 * over all of these together, so that never more comes back than was shipped.
 *
 * @param terms what else the customer says; kept for the return
 */
public record OpenReturn(
        OrderId orderId,
        ReturnId returnId,
        ReturnKind kind,
        List<LineQuantity> lines,
        Instant requestedAt,
        ReturnTerms terms)
        implements OrderCommand {

    /** Without a word about it. */
    public OpenReturn(
            OrderId orderId,
            ReturnId returnId,
            ReturnKind kind,
            List<LineQuantity> lines,
            Instant requestedAt) {
        this(orderId, returnId, kind, lines, requestedAt, ReturnTerms.NONE);
    }

    public OpenReturn {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a return has at least one line");
        }
    }
}
