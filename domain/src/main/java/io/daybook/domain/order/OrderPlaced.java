package io.daybook.domain.order;

import io.daybook.domain.shared.CustomerId;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A customer ordered goods; nothing is promised yet.
 *
 * @param expiresAt until when the order has to be paid; {@code null} for an order on account
 */
@Revision("1")
public record OrderPlaced(
        OrderId orderId,
        CustomerId customerId,
        List<OrderLine> lines,
        @Nullable Address shippingAddress,
        Money shippingFee,
        @Nullable PaymentTerms payment,
        @Nullable String reference,
        Map<String, String> metadata,
        @Nullable Instant expiresAt)
        implements OrderEvent {

    public OrderPlaced {
        lines = List.copyOf(lines);
        metadata = Map.copyOf(metadata);
    }
}
