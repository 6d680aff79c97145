package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ShipmentId;
import org.axonframework.serialization.Revision;

/** A shipment arrived. */
@Revision("1")
public record ShipmentDelivered(OrderId orderId, ShipmentId shipmentId) implements OrderEvent {}
