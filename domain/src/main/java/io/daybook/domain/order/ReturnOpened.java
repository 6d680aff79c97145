package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReturnId;
import io.daybook.domain.shared.ReturnKind;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * Units of the order are set aside for a return.
 *
 * @param lines each line once, with what the customer paid for its units
 */
@Revision("1")
public record ReturnOpened(
        OrderId orderId,
        ReturnId returnId,
        ReturnKind kind,
        List<ReturnableLine> lines,
        Instant requestedAt)
        implements OrderEvent {

    public ReturnOpened {
        lines = List.copyOf(lines);
    }
}
