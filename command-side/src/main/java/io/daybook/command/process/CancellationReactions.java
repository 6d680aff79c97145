package io.daybook.command.process;

import io.daybook.domain.inventory.ReleaseReservation;
import io.daybook.domain.inventory.StockRejection;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.order.OrderCancellationRequested;
import io.daybook.domain.order.RecordPaymentReversed;
import io.daybook.domain.order.RecordStockReleased;
import io.daybook.domain.order.ReservedLine;
import io.daybook.domain.payment.PaymentDecider;
import io.daybook.domain.payment.PaymentEvent;
import io.daybook.domain.payment.PaymentReceipt;
import io.daybook.domain.payment.PaymentRefunded;
import io.daybook.domain.payment.PaymentVoided;
import io.daybook.domain.payment.RefundFailed;
import io.daybook.domain.payment.ReversePayment;
import io.daybook.domain.payment.VoidFailed;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import java.time.Clock;
import java.time.Duration;
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

    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofMinutes(1);

    private final ProcessCommands commands;
    private final Clock clock;
    private final GivingBack givingBack;

    CancellationReactions(ProcessCommands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
        this.givingBack = new GivingBack(commands);
    }

    @EventHandler
    void whenCancellationRequestedGiveEverythingBack(
            OrderCancellationRequested event, EventMessage<OrderCancellationRequested> message) {
        for (PaymentId paymentId : event.payments()) {
            reverse(event.orderId(), paymentId, message);
        }
        for (ReservedLine line : event.reservations()) {
            var release =
                    new ReleaseReservation(
                            FulfilmentReactions.stockItem(line, message),
                            line.reservationId(),
                            "order-cancelled");
            // What somebody ended by hand promises nothing any more.
            if (commands.send(release, message, "release-" + line.reservationId())
                            instanceof CommandResult.Refused refused
                    && !(refused.rejection() instanceof StockRejection.ReservationEnded)) {
                throw ProcessCommands.unexpected(release, refused);
            }
        }
        commands.require(new RecordStockReleased(event.orderId()), message, "stock-released");
    }

    /** A provider that declines to give money back is asked again after a while. */
    @EventHandler
    void whenVoidFailedAskAgain(VoidFailed event, EventMessage<VoidFailed> message) {
        askAgain(event, event.reason(), message);
    }

    @EventHandler
    void whenRefundFailedAskAgain(RefundFailed event, EventMessage<RefundFailed> message) {
        if (GivingBack.isOfOrder(event)) {
            waitForAWhile(event, event.reason(), message);
            givingBack.refundAgain(event, message);
        }
        askAgain(event, event.reason(), message);
    }

    private void askAgain(PaymentEvent failed, String reason, EventMessage<?> message) {
        if (PaymentDecider.isReversal(failed.operationId())) {
            waitForAWhile(failed, reason, message);
            commands.require(
                    new ReversePayment(failed.paymentId(), "asked-again"),
                    message,
                    "reverse-again");
        }
    }

    private void waitForAWhile(PaymentEvent failed, String reason, EventMessage<?> message) {
        // A time far ahead was written by a clock that was wrong: nobody waits until it is right.
        Duration rested = Duration.between(message.getTimestamp(), clock.instant()).abs();
        if (rested.compareTo(BEFORE_ASKING_AGAIN) < 0) {
            // Parked, and so listed, until it is time.
            throw new IllegalStateException(
                    "the provider declined %s of %s: %s; it is asked again"
                            .formatted(failed.operationId(), failed.paymentId(), reason));
        }
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
            // An operator gave the step up that would have asked for it.
            case CommandResult.Refused refused when GivingBack.isUnknown(refused) ->
                    reversed(orderId, paymentId, message);
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
