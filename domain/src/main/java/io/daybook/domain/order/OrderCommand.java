package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Everything a caller or a process can ask of an order. The permits list is the table of contents.
 */
public sealed interface OrderCommand
        permits PlaceOrder,
                AllocateLines,
                FailAllocation,
                RecordStockReserved,
                ConfirmOrder,
                RejectOrder,
                CancelOrder,
                RecordStockReleased,
                RecordPaymentReversed,
                ShipLines,
                RecordDelivery,
                RecordDeliveryFailure,
                PlaceHold,
                ReleaseHold,
                AddNote,
                TransferCustomer,
                CloseOrder,
                ArchiveOrder,
                OpenReturn,
                RecordReturnReceived,
                RecordReturnEnded,
                GrantRefund,
                CancelLines,
                ExpireOrder,
                ProposeChange,
                ApplyChange,
                RecordChangeStock,
                RejectChange,
                WithdrawChange,
                RecordCapture {

    @TargetAggregateIdentifier
    OrderId orderId();
}
