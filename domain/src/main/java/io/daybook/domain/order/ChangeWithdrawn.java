package io.daybook.domain.order;

import io.daybook.domain.shared.ChangeId;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A change was given up; the order is as it was.
 *
 * @param released reservations that were or may have been made for it
 * @param payment that was asked for because of it and has to be given back; {@code null} for none
 */
@Revision("1")
public record ChangeWithdrawn(
        OrderId orderId,
        ChangeId changeId,
        List<ReservedLine> released,
        @Nullable PaymentId payment)
        implements OrderEvent {

    public ChangeWithdrawn {
        released = List.copyOf(released);
    }
}
