package io.daybook.command.process;

import io.daybook.domain.order.ConfirmOrder;
import io.daybook.domain.order.RecordCapture;
import io.daybook.domain.order.RecordPaymentReversed;
import io.daybook.domain.payment.AuthorisationExpired;
import io.daybook.domain.payment.DisputeClosed;
import io.daybook.domain.payment.OfflinePaymentRecorded;
import io.daybook.domain.payment.RefundPayment;
import io.daybook.domain.payment.RefundRequested;
import io.daybook.domain.payment.RefundStep;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/**
 * What follows for an order, and for its other payments, from what happened to one of them.
 * Stateless, like the fulfilment.
 */
@ProcessingGroup(ProcessAutoConfiguration.ORDER_PROCESS)
@DisallowReplay
final class PaymentConsequenceReactions {

    private final ProcessCommands commands;

    PaymentConsequenceReactions(ProcessCommands commands) {
        this.commands = commands;
    }

    /** The money is there already: what the order does not come to any more has to go back. */
    @EventHandler
    void whenOfflinePaymentRecordedConfirmOrder(
            OfflinePaymentRecorded event, EventMessage<OfflinePaymentRecorded> message) {
        commands.require(
                new ConfirmOrder(event.orderId(), event.paymentId(), event.amount()),
                message,
                "confirm");
        commands.require(
                new RecordCapture(
                        event.orderId(), event.paymentId(), event.operationId(), event.amount()),
                message,
                "captured");
    }

    /** The rest of the plan, with the same operation id: each payment takes its step once. */
    @EventHandler
    void whenRefundRequestedRefundTheOtherPayments(
            RefundRequested event, EventMessage<RefundRequested> message) {
        for (RefundStep step : event.also()) {
            commands.require(
                    new RefundPayment(
                            step.paymentId(), step.amount(), event.reason(), event.operationId()),
                    message,
                    "refund-" + step.paymentId());
        }
    }

    @EventHandler
    void whenAuthorisationExpiredTellOrder(
            AuthorisationExpired event, EventMessage<AuthorisationExpired> message) {
        if (event.nothingLeft()) {
            gone(event.orderId(), event.paymentId(), message);
        }
    }

    @EventHandler
    void whenDisputeClosedTellOrder(DisputeClosed event, EventMessage<DisputeClosed> message) {
        if (event.nothingLeft()) {
            gone(event.orderId(), event.paymentId(), message);
        }
    }

    private void gone(OrderId orderId, PaymentId paymentId, EventMessage<?> message) {
        commands.require(
                new RecordPaymentReversed(orderId, paymentId), message, "reversed-" + paymentId);
    }
}
