package io.daybook.domain.order;

import static io.daybook.domain.shared.Decision.accepted;
import static io.daybook.domain.shared.Decision.refused;

import io.daybook.domain.order.OrderState.NotPlaced;
import io.daybook.domain.order.OrderState.Placed;
import io.daybook.domain.shared.Decision;

/** The rules of an order: pure, no clock, no chance, no I/O. */
public final class OrderDecider {

    private OrderDecider() {}

    public static Decision<OrderEvent, OrderRejection> decide(
            OrderCommand command, OrderState state) {
        return switch (state) {
            case NotPlaced _ ->
                    command instanceof PlaceOrder c
                            ? place(c)
                            : refused(new OrderRejection.UnknownOrder(command.orderId()));
            case Placed order -> decide(command, order);
        };
    }

    private static Decision<OrderEvent, OrderRejection> decide(OrderCommand command, Placed order) {
        return switch (command) {
            case PlaceOrder c -> refused(new OrderRejection.AlreadyPlaced(c.orderId()));
            case AllocateLines c -> AllocationDecisions.allocate(c, order);
            case FailAllocation c -> AllocationDecisions.fail(c, order);
            case RecordStockReserved c -> AllocationDecisions.reserved(c, order);
            case ConfirmOrder c -> ConfirmationDecisions.confirm(c, order);
            case RejectOrder c -> ConfirmationDecisions.reject(c, order);
            case ExpireOrder c -> ConfirmationDecisions.expire(c, order);
            case RecordCapture c -> ConfirmationDecisions.captured(c, order);
            case CancelOrder c -> CancellationDecisions.cancel(c.reason(), order);
            case CancelLines c -> CancellationDecisions.cancelLines(c, order);
            case RecordStockReleased _ -> CancellationDecisions.stockReleased(order);
            case RecordPaymentReversed c ->
                    CancellationDecisions.paymentReversed(c.paymentId(), order);
            case ShipLines c -> ShipmentDecisions.ship(c, order);
            case RecordDelivery c -> ShipmentDecisions.deliver(c, order);
            case RecordDeliveryFailure c -> ShipmentDecisions.deliveryFailed(c, order);
            case PlaceHold c -> OrderCare.hold(c, order);
            case ReleaseHold c -> OrderCare.release(c, order);
            case AddNote c -> OrderCare.note(c, order);
            case TransferCustomer c -> OrderCare.transfer(c, order);
            case CloseOrder _ -> OrderCare.close(order);
            case ArchiveOrder _ -> OrderCare.archive(order);
            case OpenReturn c -> ReturnDecisions.open(c, order);
            case RecordReturnReceived c -> ReturnDecisions.received(c, order);
            case RecordReturnEnded c -> ReturnDecisions.ended(c, order);
            case GrantRefund c -> ReturnDecisions.grant(c, order);
            case ProposeChange c -> ChangeDecisions.propose(c, order);
            case ApplyChange c -> ChangeDecisions.apply(c, order);
            case RecordChangeStock c -> ChangeDecisions.stockReserved(c, order);
            case RejectChange c -> ChangeDecisions.reject(c, order);
            case WithdrawChange c -> ChangeDecisions.withdraw(c, order);
        };
    }

    private static Decision<OrderEvent, OrderRejection> place(PlaceOrder command) {
        for (OrderLine line : command.lines()) {
            if (line.discount().compareTo(line.items()) > 0) {
                return refused(new OrderRejection.DiscountTooLarge(line.lineId()));
            }
        }
        return accepted(
                new OrderPlaced(
                        command.orderId(),
                        command.customerId(),
                        command.lines(),
                        command.shippingAddress(),
                        command.shippingFee(),
                        command.payment(),
                        command.reference(),
                        command.metadata(),
                        command.expiresAt()));
    }
}
