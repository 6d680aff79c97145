package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;

/** Everything that can have happened to an order. */
public sealed interface OrderEvent
        permits OrderPlaced,
                LinesAllocated,
                AllocationFailed,
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
                DeliveryFailed,
                OrderCompleted,
                HoldPlaced,
                HoldReleased,
                NoteAdded,
                CustomerTransferred,
                OrderClosed,
                OrderArchived,
                ReturnOpened,
                OrderReturnReceived,
                OrderReturnEnded,
                OrderRefundGranted,
                LinesCancelled,
                OrderExpired,
                ChangeProposed,
                ChangeAccepted,
                ChangeStockReserved,
                ChangeFailed,
                ChangeWithdrawn,
                ChangeApplied,
                OrderPaymentCaptured,
                SurplusFound {

    OrderId orderId();
}
