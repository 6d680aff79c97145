package io.daybook.domain.returns;

import io.daybook.domain.order.OrderLine;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.RefundTo;
import io.daybook.domain.shared.ReturnId;
import io.daybook.domain.shared.ReturnKind;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * Somebody wants to send goods back, or money or goods for those that arrived broken.
 *
 * @param lines each line once
 * @param outbound what is sent instead; empty when nothing is
 */
@Revision("1")
public record ReturnRequested(
        ReturnId returnId,
        OrderId orderId,
        ReturnKind kind,
        String rmaNumber,
        List<ReturnLine> lines,
        RefundTo refundTo,
        List<OrderLine> outbound,
        Instant requestedAt)
        implements ReturnEvent {

    public ReturnRequested {
        lines = List.copyOf(lines);
        outbound = List.copyOf(outbound);
    }
}
