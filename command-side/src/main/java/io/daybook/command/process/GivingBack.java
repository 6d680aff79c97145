package io.daybook.command.process;

import io.daybook.domain.inventory.ReduceReservation;
import io.daybook.domain.inventory.ReleaseReservation;
import io.daybook.domain.inventory.StockRejection;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.order.PaymentShare;
import io.daybook.domain.order.ReservedLine;
import io.daybook.domain.payment.RefundPayment;
import io.daybook.domain.payment.ReversePayment;
import io.daybook.domain.shared.PaymentId;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;

/** Promised units and captured money that an order does not need any more. */
final class GivingBack {

    private final ProcessCommands commands;

    GivingBack(ProcessCommands commands) {
        this.commands = commands;
    }

    /** Ends reservations. Those that were never made, or that somebody ended, promise nothing. */
    void release(List<ReservedLine> reservations, String reason, EventMessage<?> message) {
        for (ReservedLine line : reservations) {
            var release =
                    new ReleaseReservation(
                            FulfilmentReactions.stockItem(line, message),
                            line.reservationId(),
                            reason);
            if (commands.send(release, message, "release-" + line.reservationId())
                            instanceof CommandResult.Refused refused
                    && !promisesNothing(refused)) {
                throw ProcessCommands.unexpected(release, refused);
            }
        }
    }

    /**
     * Gives some of the promised units back.
     *
     * @param occasion tells a repetition from another occasion
     */
    void reduce(List<ReservedLine> units, String occasion, EventMessage<?> message) {
        for (ReservedLine line : units) {
            var reduce =
                    new ReduceReservation(
                            FulfilmentReactions.stockItem(line, message),
                            line.reservationId(),
                            line.quantity(),
                            occasion);
            if (commands.send(reduce, message, "reduce-" + line.reservationId())
                            instanceof CommandResult.Refused refused
                    && !(refused.rejection() instanceof StockRejection.ReservationEnded)) {
                throw ProcessCommands.unexpected(reduce, refused);
            }
        }
    }

    private static boolean promisesNothing(CommandResult.Refused refused) {
        return "not-found".equals(refused.rejection().code())
                || refused.rejection() instanceof StockRejection.UnknownReservation
                || refused.rejection() instanceof StockRejection.ReservationEnded;
    }

    /** A capture that is still under way parks the refund until it is done. */
    void refund(
            List<PaymentShare> shares, String occasion, String reason, EventMessage<?> message) {
        for (PaymentShare share : shares) {
            commands.require(
                    new RefundPayment(
                            share.paymentId(), share.amount(), reason, "refund-" + occasion),
                    message,
                    "refund-" + share.paymentId());
        }
    }

    void reverse(List<PaymentId> payments, String reason, EventMessage<?> message) {
        for (PaymentId paymentId : payments) {
            commands.require(
                    new ReversePayment(paymentId, reason), message, "reverse-" + paymentId);
        }
    }
}
