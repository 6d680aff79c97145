package io.daybook.command.process;

import io.daybook.domain.inventory.ReleaseReservation;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.order.OrderCancellationRequested;
import io.daybook.domain.order.RecordPaymentReversed;
import io.daybook.domain.order.RecordStockReleased;
import io.daybook.domain.order.ReservedLine;
import io.daybook.domain.payment.PaymentReceipt;
import io.daybook.domain.payment.PaymentRefunded;
import io.daybook.domain.payment.PaymentVoided;
import io.daybook.domain.payment.ReversePayment;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/**
 * From the wish to cancel to an order that leaves neither stock nor money behind. Stateless, like
 * the fulfilment.
 */
@ProcessingGroup(ProcessAutoConfiguration.ORDER_PROCESS)
@DisallowReplay
final class CancellationReactions {

    private final ProcessCommands commands;

    CancellationReactions(ProcessCommands commands) {
        this.commands = commands;
    }

    @EventHandler
    void whenCancellationRequestedGiveEverythingBack(
            OrderCancellationRequested event, EventMessage<OrderCancellationRequested> message) {
        for (ReservedLine line : event.reservations()) {
            commands.require(
                    new ReleaseReservation(
                            FulfilmentReactions.stockItem(line, message),
                            line.reservationId(),
                            "order-cancelled"),
                    message,
                    "release-" + line.lineId());
        }
        for (PaymentId paymentId : event.payments()) {
            reverse(event.orderId(), paymentId, message);
        }
        commands.require(new RecordStockReleased(event.orderId()), message, "stock-released");
    }

    @EventHandler
    void whenPaymentVoidedFinishCancellation(
            PaymentVoided event, EventMessage<PaymentVoided> message) {
        if (event.nothingLeft()) {
            reversed(event.orderId(), event.paymentId(), message);
        }
    }

    @EventHandler
    void whenPaymentRefundedFinishCancellation(
            PaymentRefunded event, EventMessage<PaymentRefunded> message) {
        if (event.nothingLeft()) {
            reversed(event.orderId(), event.paymentId(), message);
        }
    }

    private void reverse(OrderId orderId, PaymentId paymentId, EventMessage<?> message) {
        var result =
                commands.send(
                        new ReversePayment(paymentId, "order-cancelled"),
                        message,
                        "reverse-" + paymentId);
        switch (result) {
            case CommandResult.Accepted(PaymentReceipt receipt, long _) -> {
                // Given back by hand before, or declined: no further event will tell.
                if (receipt.nothingLeft()) {
                    reversed(orderId, paymentId, message);
                }
            }
            case CommandResult.Accepted accepted ->
                    throw new IllegalStateException("unexpected " + accepted);
            case CommandResult.Refused refused ->
                    throw new IllegalStateException(
                            "reversal was refused: " + refused.rejection().code());
        }
    }

    private void reversed(OrderId orderId, PaymentId paymentId, EventMessage<?> message) {
        commands.require(
                new RecordPaymentReversed(orderId, paymentId), message, "reversed-" + paymentId);
    }
}
