package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * Stock or payment refused the order; what was reserved is given back.
 *
 * @param payments other payments that may hold money, to be given back, too
 */
@Revision("1")
public record OrderRejected(
        OrderId orderId,
        RejectionReason reason,
        String detail,
        List<ReservedLine> reservations,
        List<PaymentId> payments)
        implements OrderEvent {

    public OrderRejected {
        reservations = List.copyOf(reservations);
        // Events of earlier days have none.
        payments = payments == null ? List.of() : List.copyOf(payments);
    }
}
