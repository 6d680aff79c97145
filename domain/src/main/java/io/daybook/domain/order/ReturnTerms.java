package io.daybook.domain.order;

import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.RefundTo;
import java.util.List;

/**
 * What the customer says about a return. The order hands it on unread, so that the return follows
 * from the order's event alone when the request was interrupted.
 *
 * @param reasons why the units of a line come back
 * @param outbound what is sent instead; empty unless it is an exchange or a claim
 */
public record ReturnTerms(List<Reason> reasons, RefundTo refundTo, List<OrderLine> outbound) {

    /** Without a word: the money goes back the way that it came, nothing is sent. */
    public static final ReturnTerms NONE = new ReturnTerms(List.of(), RefundTo.ORIGINAL, List.of());

    /** Why the units of one line come back, in the words of the customer. */
    public record Reason(LineId lineId, String text) {}

    public ReturnTerms {
        reasons = List.copyOf(reasons);
        outbound = List.copyOf(outbound);
    }
}
