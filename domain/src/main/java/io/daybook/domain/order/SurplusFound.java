package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * Everything is shipped or cancelled; these payments hold more than was captured, which the order
 * will not need.
 */
@Revision("1")
public record SurplusFound(OrderId orderId, List<PaymentId> payments) implements OrderEvent {

    public SurplusFound {
        payments = List.copyOf(payments);
    }
}
