package io.daybook.domain.order;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.ShipmentId;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Units left the warehouse.
 *
 * @param amount what the shipped units cost, with the shipping fee in the first shipment
 * @param paymentId the payment to capture from; {@code null} for an order on account
 */
@Revision("1")
public record LinesShipped(
        OrderId orderId,
        ShipmentId shipmentId,
        List<ReservedLine> lines,
        Money amount,
        @Nullable PaymentId paymentId,
        @Nullable String carrier,
        @Nullable String trackingNumber)
        implements OrderEvent {

    public LinesShipped {
        lines = List.copyOf(lines);
    }
}
