package io.daybook.api.order;

import io.daybook.domain.shared.ShipmentId;

/** The answer to a shipment. */
record ShipmentAnswer(String shipmentId, String orderId, String status, long version) {

    static ShipmentAnswer of(ShipmentId shipmentId, OrderAnswer order) {
        return new ShipmentAnswer(
                shipmentId.value(), order.orderId(), order.status(), order.version());
    }
}
