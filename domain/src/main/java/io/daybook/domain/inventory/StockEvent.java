package io.daybook.domain.inventory;

import io.daybook.domain.shared.StockItemId;

/**
 * Everything that can have happened to a stock item. Every change of a quantity is one of these,
 * with its cause.
 */
public sealed interface StockEvent
        permits StockItemRegistered,
                StockReceived,
                StockAdjusted,
                StockCounted,
                StockReserved,
                ReservationReleased,
                ReservationReduced,
                ReservationCommitted,
                ReorderPolicySet {

    StockItemId stockItemId();
}
