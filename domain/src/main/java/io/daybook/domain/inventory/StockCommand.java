package io.daybook.domain.inventory;

import io.daybook.domain.shared.StockItemId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything a caller can ask of a stock item. The permits list is the table of contents. */
public sealed interface StockCommand
        permits ReceiveStock,
                AdjustStock,
                CountStock,
                ReserveStock,
                ExtendReservation,
                ExpireReservation,
                ReleaseReservation,
                ReduceReservation,
                CommitReservation,
                SetReorderPolicy,
                MoveToBucket,
                RestoreFromBucket,
                WriteOffStock,
                RestockReturned,
                TransferStock,
                AnnounceTransfer,
                ReceiveTransfer,
                ConfirmTransfer,
                ResolveTransfer {

    @TargetAggregateIdentifier
    StockItemId stockItemId();
}
