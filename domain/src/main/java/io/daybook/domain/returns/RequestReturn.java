package io.daybook.domain.returns;

import io.daybook.domain.order.OrderLine;
import io.daybook.domain.order.ReturnTerms;
import io.daybook.domain.order.ReturnableLine;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.RefundTo;
import io.daybook.domain.shared.ReturnId;
import io.daybook.domain.shared.ReturnKind;
import java.time.Instant;
import java.util.List;

/**
 * Asks for a return of units that the order has set aside for it.
 *
 * @param lines each line once
 * @param outbound what is sent instead; empty when nothing is
 */
public record RequestReturn(
        ReturnId returnId,
        OrderId orderId,
        ReturnKind kind,
        List<ReturnLine> lines,
        RefundTo refundTo,
        List<OrderLine> outbound,
        Instant requestedAt)
        implements ReturnCommand {

    public RequestReturn {
        lines = List.copyOf(lines);
        outbound = List.copyOf(outbound);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a return has at least one line");
        }
        if (lines.stream().map(ReturnLine::lineId).distinct().count() < lines.size()) {
            throw new IllegalArgumentException("two lines have the same id");
        }
    }

    /** The request that follows from what the order set aside. */
    public static RequestReturn of(
            ReturnId returnId,
            OrderId orderId,
            ReturnKind kind,
            List<ReturnableLine> lines,
            ReturnTerms terms,
            Instant requestedAt) {
        return new RequestReturn(
                returnId,
                orderId,
                kind,
                lines.stream().map(line -> line(line, terms)).toList(),
                terms.refundTo(),
                terms.outbound(),
                requestedAt);
    }

    private static ReturnLine line(ReturnableLine line, ReturnTerms terms) {
        String reason =
                terms.reasons().stream()
                        .filter(each -> each.lineId().equals(line.lineId()))
                        .map(ReturnTerms.Reason::text)
                        .findFirst()
                        .orElse("");
        return new ReturnLine(
                line.lineId(), line.sku(), line.location(), line.quantity(), line.paid(), reason);
    }
}
