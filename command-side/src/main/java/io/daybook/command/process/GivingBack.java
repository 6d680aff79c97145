package io.daybook.command.process;

import io.daybook.domain.inventory.ReduceReservation;
import io.daybook.domain.inventory.ReleaseReservation;
import io.daybook.domain.inventory.StockReceipt;
import io.daybook.domain.inventory.StockRejection;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.order.PaymentShare;
import io.daybook.domain.order.ReservedLine;
import io.daybook.domain.payment.PaymentRejection;
import io.daybook.domain.payment.RefundFailed;
import io.daybook.domain.payment.RefundPayment;
import io.daybook.domain.payment.ReversePayment;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.StockItemId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;

/** Promised units and captured money that an order does not need any more. */
final class GivingBack {

    private static final String REFUND = "refund-";
    private static final String AGAIN = "~";

    private final ProcessCommands commands;

    GivingBack(ProcessCommands commands) {
        this.commands = commands;
    }

    /**
     * Ends reservations. Those that were never made, or that somebody ended, promise nothing.
     *
     * @return what is available now at the items that took units back
     */
    Map<StockItemId, Long> release(
            List<ReservedLine> reservations, String reason, EventMessage<?> message) {
        var available = new HashMap<StockItemId, Long>();
        for (ReservedLine line : reservations) {
            var release =
                    new ReleaseReservation(
                            FulfilmentReactions.stockItem(line, message),
                            line.reservationId(),
                            reason);
            switch (commands.send(release, message, "release-" + line.reservationId())) {
                case CommandResult.Accepted(StockReceipt receipt, _) ->
                        available.put(release.stockItemId(), receipt.available());
                case CommandResult.Refused refused when !promisesNothing(refused) ->
                        throw ProcessCommands.unexpected(release, refused);
                default -> {
                    // Nothing was there to be ended.
                }
            }
        }
        return available;
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
                    instanceof CommandResult.Refused refused) {
                reduceWhatIsOpen(reduce, refused, message);
            }
        }
    }

    /** What somebody took from a promise by hand cannot be given back. */
    private void reduceWhatIsOpen(
            ReduceReservation reduce, CommandResult.Refused refused, EventMessage<?> message) {
        switch (refused.rejection()) {
            case StockRejection.ReservationEnded _ -> {
                // Nothing is open.
            }
            case StockRejection.ExceedsReservation exceeds ->
                    commands.require(
                            new ReduceReservation(
                                    reduce.stockItemId(),
                                    reduce.reservationId(),
                                    exceeds.open(),
                                    reduce.reduction()),
                            message,
                            "reduce-rest-" + reduce.reservationId());
            default -> throw ProcessCommands.unexpected(reduce, refused);
        }
    }

    private static boolean promisesNothing(CommandResult.Refused refused) {
        return isUnknown(refused)
                || refused.rejection() instanceof StockRejection.UnknownReservation
                || refused.rejection() instanceof StockRejection.ReservationEnded;
    }

    /**
     * A capture that is still under way parks the refund until it is done. What was never captured,
     * or what somebody gave back by hand, is not given back again.
     */
    void refund(
            List<PaymentShare> shares, String occasion, String reason, EventMessage<?> message) {
        for (PaymentShare share : shares) {
            refund(
                    new RefundPayment(share.paymentId(), share.amount(), reason, REFUND + occasion),
                    message);
        }
    }

    /** Whether an order itself asked for it: nobody else would ask again when it fails. */
    static boolean isOfOrder(RefundFailed failed) {
        return failed.operationId().startsWith(REFUND + "cnl_")
                || failed.operationId().startsWith(REFUND + "chg_");
    }

    /** Asks for a refund that failed once more, as an operation of its own. */
    void refundAgain(RefundFailed failed, EventMessage<?> message) {
        String[] parts = failed.operationId().split(AGAIN, 2);
        int times = parts.length == 1 ? 1 : Integer.parseInt(parts[1]);
        refund(
                new RefundPayment(
                        failed.paymentId(),
                        failed.amount(),
                        "asked-again",
                        parts[0] + AGAIN + (times + 1)),
                message);
    }

    private void refund(RefundPayment refund, EventMessage<?> message) {
        if (commands.send(refund, message, "refund-" + refund.paymentId())
                instanceof CommandResult.Refused refused) {
            refundWhatIsLeft(refund, refused, message);
        }
    }

    private void refundWhatIsLeft(
            RefundPayment refund, CommandResult.Refused refused, EventMessage<?> message) {
        if (!(refused.rejection() instanceof PaymentRejection.ExceedsCaptured exceeds)) {
            throw ProcessCommands.unexpected(refund, refused);
        }
        if (exceeds.refundable().isPositive()) {
            commands.require(
                    new RefundPayment(
                            refund.paymentId(),
                            exceeds.refundable(),
                            refund.reason(),
                            refund.operationId()),
                    message,
                    "refund-rest-" + refund.paymentId());
        }
    }

    /** Those that nobody ever asked for hold nothing. */
    void reverse(List<PaymentId> payments, String reason, EventMessage<?> message) {
        for (PaymentId paymentId : payments) {
            var reverse = new ReversePayment(paymentId, reason);
            if (commands.send(reverse, message, "reverse-" + paymentId)
                            instanceof CommandResult.Refused refused
                    && !isUnknown(refused)) {
                throw ProcessCommands.unexpected(reverse, refused);
            }
        }
    }

    /** Whether what the command was for never came to be. */
    static boolean isUnknown(CommandResult.Refused refused) {
        return "not-found".equals(refused.rejection().code());
    }
}
