package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReturnId;
import io.daybook.domain.shared.ReturnKind;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Units of the order are set aside for a return.
 *
 * @param lines each line once, with what the customer paid for its units
 * @param terms what else the customer said; {@code null} in events from before there were any
 */
@Revision("1")
public record ReturnOpened(
        OrderId orderId,
        ReturnId returnId,
        ReturnKind kind,
        List<ReturnableLine> lines,
        Instant requestedAt,
        @Nullable ReturnTerms terms)
        implements OrderEvent {

    public ReturnOpened {
        lines = List.copyOf(lines);
    }

    /** What else the customer said, if only that there was nothing to say. */
    public ReturnTerms termsOrNone() {
        return terms == null ? ReturnTerms.NONE : terms;
    }
}
