package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ShipmentId;

/** Reports that a shipment could not be handed over; it may be tried again. */
public record RecordDeliveryFailure(OrderId orderId, ShipmentId shipmentId, String reason)
        implements OrderCommand {}
