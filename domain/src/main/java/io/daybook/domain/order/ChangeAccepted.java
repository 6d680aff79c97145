package io.daybook.domain.order;

import io.daybook.domain.shared.ChangeId;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A change that costs more stock or money is under way; it takes effect when both are secured.
 *
 * @param reservations to be made
 * @param toAuthorise 0 when the payments cover the new total
 */
@Revision("1")
public record ChangeAccepted(
        OrderId orderId,
        ChangeId changeId,
        List<LineChange> lines,
        List<ReservedLine> reservations,
        Money toAuthorise,
        @Nullable PaymentTerms payment)
        implements OrderEvent {

    public ChangeAccepted {
        lines = List.copyOf(lines);
        reservations = List.copyOf(reservations);
    }
}
