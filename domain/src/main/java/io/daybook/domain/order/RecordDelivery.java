package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ShipmentId;

/** Reports that a shipment arrived. */
public record RecordDelivery(OrderId orderId, ShipmentId shipmentId) implements OrderCommand {}
