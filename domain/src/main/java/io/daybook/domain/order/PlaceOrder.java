package io.daybook.domain.order;

import io.daybook.domain.shared.CustomerId;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Orders goods. The fulfilment process goes on by itself from here.
 *
 * @param payment {@code null} for an order on account: it is confirmed as soon as its stock is
 *     reserved
 */
public record PlaceOrder(
        OrderId orderId,
        CustomerId customerId,
        List<OrderLine> lines,
        @Nullable Address shippingAddress,
        Money shippingFee,
        @Nullable PaymentTerms payment,
        @Nullable String reference,
        Map<String, String> metadata)
        implements OrderCommand {

    public PlaceOrder {
        lines = List.copyOf(lines);
        metadata = Map.copyOf(metadata);
    }
}
