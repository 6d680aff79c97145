package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ShipmentId;
import org.axonframework.serialization.Revision;

/** A shipment could not be handed over. */
@Revision("1")
public record DeliveryFailed(OrderId orderId, ShipmentId shipmentId, String reason)
        implements OrderEvent {}
