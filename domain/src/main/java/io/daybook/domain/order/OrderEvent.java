package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;

/** Everything that can have happened to an order. */
public sealed interface OrderEvent
        permits OrderPlaced,
                OrderStockReserved,
                OrderPaymentRequested,
                OrderConfirmed,
                OrderPaymentRecorded,
                LatePaymentRecorded,
                OrderRejected,
                OrderCancellationRequested,
                OrderStockReleased,
                OrderPaymentReversed,
                OrderCancelled,
                LinesShipped,
                ShipmentDelivered,
                OrderCompleted {

    OrderId orderId();
}
