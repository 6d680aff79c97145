package io.daybook.domain.inventory;

import io.daybook.domain.shared.StockItemId;
import java.util.List;
import java.util.Optional;

/**
 * Everything that can have happened to a stock item. Every change of a quantity is one of these,
 * with its cause; each says itself what it changed, so that state, read model and ledger agree.
 */
public sealed interface StockEvent
        permits StockItemRegistered,
                StockReceived,
                StockAdjusted,
                StockCounted,
                StockReserved,
                ReservationExtended,
                ReservationReleased,
                ReservationReduced,
                ReservationExpired,
                ReservationCommitted,
                ReservationCommittedLate,
                BackordersFilled,
                ReorderPolicySet,
                ReorderPointReached,
                StockRanOut,
                StockReplenished,
                StockMovedToBucket,
                StockRestoredFromBucket,
                StockWrittenOff,
                StockRestocked,
                TransferDispatched,
                TransferAnnounced,
                TransferReceived,
                TransferConfirmed,
                TransferDiscrepancyResolved {

    StockItemId stockItemId();

    /** What it did to the quantities; empty when it changed none. */
    default Optional<Movement> movement() {
        return Optional.empty();
    }

    /** What it did to single lots. */
    default List<LotChange> lotChanges() {
        return List.of();
    }

    /** Which single units it moved. */
    default SerialMove serialMove() {
        return SerialMove.NONE;
    }
}
