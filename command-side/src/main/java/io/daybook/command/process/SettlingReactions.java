package io.daybook.command.process;

import io.daybook.domain.message.CommandResult;
import io.daybook.domain.order.OrderExpired;
import io.daybook.domain.order.RecordCapture;
import io.daybook.domain.order.SurplusFound;
import io.daybook.domain.payment.PaymentCaptured;
import io.daybook.domain.payment.PaymentRejection;
import io.daybook.domain.payment.VoidPayment;
import io.daybook.domain.shared.PaymentId;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/** Leaves no money or stock with an order that has no use for it. Stateless. */
@ProcessingGroup(ProcessAutoConfiguration.ORDER_PROCESS)
@DisallowReplay
final class SettlingReactions {

    private final ProcessCommands commands;
    private final GivingBack givingBack;

    SettlingReactions(ProcessCommands commands) {
        this.commands = commands;
        this.givingBack = new GivingBack(commands);
    }

    @EventHandler
    void whenOrderExpiredGiveEverythingBack(
            OrderExpired event, EventMessage<OrderExpired> message) {
        givingBack.reverse(event.payments(), "order-expired", message);
        givingBack.release(event.reservations(), "order-expired", message);
    }

    /** A capture that is still under way parks the void until it is done. */
    @EventHandler
    void whenSurplusFoundVoidIt(SurplusFound event, EventMessage<SurplusFound> message) {
        for (PaymentId paymentId : event.payments()) {
            var release = new VoidPayment(paymentId, "surplus");
            if (commands.send(release, message, "void-" + paymentId)
                            instanceof CommandResult.Refused refused
                    && !(refused.rejection() instanceof PaymentRejection.NothingToVoid)) {
                throw ProcessCommands.unexpected(release, refused);
            }
        }
    }

    /** The order knows of the captures that it asked for itself. */
    @EventHandler
    void whenCapturedByHandTellOrder(PaymentCaptured event, EventMessage<PaymentCaptured> message) {
        if (!Captures.isForOrder(event.operationId())) {
            commands.require(
                    new RecordCapture(
                            event.orderId(),
                            event.paymentId(),
                            event.operationId(),
                            event.amount()),
                    message,
                    "captured");
        }
    }
}
