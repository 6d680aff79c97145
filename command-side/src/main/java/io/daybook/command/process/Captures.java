package io.daybook.command.process;

import io.daybook.domain.message.CommandResult;
import io.daybook.domain.order.PaymentShare;
import io.daybook.domain.payment.CapturePayment;
import io.daybook.domain.payment.PaymentRejection;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;

/** The money that an order takes for what it shipped, or for what it comes to after a change. */
final class Captures {

    private static final String CAPTURE = "capture-";

    private final ProcessCommands commands;

    Captures(ProcessCommands commands) {
        this.commands = commands;
    }

    /** Whether a capture was asked for by an order itself, and not by hand. */
    static boolean isForOrder(String operationId) {
        return operationId.startsWith(CAPTURE + "shp_") || operationId.startsWith(CAPTURE + "chg_");
    }

    /**
     * Takes a share of each payment.
     *
     * @param occasion the shipment or the change; the same one twice is paid once
     */
    void take(List<PaymentShare> shares, String occasion, EventMessage<?> message) {
        for (PaymentShare share : shares) {
            var capture = new CapturePayment(share.paymentId(), share.amount(), CAPTURE + occasion);
            if (commands.send(capture, message, "capture-" + share.paymentId())
                    instanceof CommandResult.Refused refused) {
                takeWhatIsLeft(capture, refused, message);
            }
        }
    }

    /** Somebody captured or let go by hand before: the rest is taken, or nothing when none is. */
    private void takeWhatIsLeft(
            CapturePayment capture, CommandResult.Refused refused, EventMessage<?> message) {
        switch (refused.rejection()) {
            case PaymentRejection.NothingToCapture nothing
                    when nothing.status().isCaptured() || nothing.status().isOver() -> {
                // The balance of the order shows it.
            }
            case PaymentRejection.ExceedsAuthorised exceeds ->
                    commands.require(
                            new CapturePayment(
                                    capture.paymentId(),
                                    exceeds.capturable(),
                                    capture.operationId()),
                            message,
                            "capture-rest-" + capture.paymentId());
            default ->
                    throw new IllegalStateException(
                            "capture was refused: " + refused.rejection().code());
        }
    }
}
