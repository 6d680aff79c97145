package io.daybook.command.process;

import io.daybook.domain.inventory.CommitReservation;
import io.daybook.domain.inventory.LotRejection;
import io.daybook.domain.inventory.StockRejection;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.message.MetadataKeys;
import io.daybook.domain.order.ConfirmOrder;
import io.daybook.domain.order.LatePaymentRecorded;
import io.daybook.domain.order.LinesShipped;
import io.daybook.domain.order.OrderPaymentRequested;
import io.daybook.domain.order.OrderRejected;
import io.daybook.domain.order.RejectOrder;
import io.daybook.domain.order.RejectionReason;
import io.daybook.domain.order.ReservedLine;
import io.daybook.domain.payment.AuthorisePayment;
import io.daybook.domain.payment.PaymentAuthorised;
import io.daybook.domain.payment.PaymentDeclined;
import io.daybook.domain.payment.ReversePayment;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.TenantId;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From an order that has its units to a shipped one. Stateless: everything that a step needs is in
 * its event, and every command may be repeated, so a reaction that was killed half-way is simply
 * run again. Events of one order are handled in turn.
 */
@ProcessingGroup(ProcessAutoConfiguration.ORDER_PROCESS)
@DisallowReplay
final class FulfilmentReactions {

    private static final Logger log = LoggerFactory.getLogger(FulfilmentReactions.class);

    private final ProcessCommands commands;
    private final GivingBack givingBack;
    private final Captures captures;

    FulfilmentReactions(ProcessCommands commands) {
        this.commands = commands;
        this.givingBack = new GivingBack(commands);
        this.captures = new Captures(commands);
    }

    @EventHandler
    void whenPaymentRequestedAuthoriseIt(
            OrderPaymentRequested event, EventMessage<OrderPaymentRequested> message) {
        commands.require(
                new AuthorisePayment(
                        event.paymentId(),
                        event.orderId(),
                        event.amount(),
                        event.method(),
                        event.token()),
                message,
                "authorise");
    }

    @EventHandler
    void whenPaymentAuthorisedConfirmOrder(
            PaymentAuthorised event, EventMessage<PaymentAuthorised> message) {
        commands.require(
                new ConfirmOrder(event.orderId(), event.paymentId(), event.amount()),
                message,
                "confirm");
    }

    @EventHandler
    void whenPaymentDeclinedRejectOrder(
            PaymentDeclined event, EventMessage<PaymentDeclined> message) {
        commands.require(
                new RejectOrder(
                        event.orderId(),
                        RejectionReason.PAYMENT_DECLINED,
                        event.reason(),
                        event.paymentId()),
                message,
                "reject");
    }

    @EventHandler
    void whenOrderRejectedGiveEverythingBack(
            OrderRejected event, EventMessage<OrderRejected> message) {
        givingBack.release(event.reservations(), event.reason().name(), message);
        givingBack.reverse(event.payments(), "order-rejected", message);
    }

    /**
     * Takes the shipped amount off the payment and the shipped units off the shelf. The money comes
     * first, so that it does not wait for a shelf that somebody has to put right.
     */
    @EventHandler
    void whenLinesShippedCaptureAndCommitStock(
            LinesShipped event, EventMessage<LinesShipped> message) {
        String shipment = event.shipmentId().value();
        captures.take(event.captured(), shipment, message);
        for (ReservedLine line : event.lines()) {
            var commit =
                    new CommitReservation(
                            stockItem(line, message),
                            line.reservationId(),
                            line.quantity(),
                            shipment,
                            message.getTimestamp(),
                            event.serialsOf(line.reservationId()));
            if (commands.send(commit, message, "commit-" + line.reservationId())
                    instanceof CommandResult.Refused refused) {
                commitWhatIsOpen(commit, refused, message);
            }
        }
    }

    /**
     * The goods have left, whatever became of the promise: what somebody ended by hand is his to
     * put right by a count. Which units they were, is not known here, or told wrongly: they count
     * all the same.
     */
    private void commitWhatIsOpen(
            CommitReservation commit, CommandResult.Refused refused, EventMessage<?> message) {
        log.warn(
                "Shipped units of {} were not all taken off the shelf as told: {}",
                commit.stockItemId(),
                refused.rejection().detail());
        switch (refused.rejection()) {
            case StockRejection.ReservationEnded _ -> {
                // Nothing is open.
            }
            case StockRejection.ExceedsReservation exceeds ->
                    commands.require(
                            nameless(commit, exceeds.open()),
                            message,
                            "commit-rest-" + commit.reservationId());
            case LotRejection.SerialNotInStock _, LotRejection.SerialsDoNotMatch _ -> {
                CommitReservation nameless = nameless(commit, commit.quantity());
                if (commands.send(nameless, message, "commit-nameless-" + commit.reservationId())
                        instanceof CommandResult.Refused again) {
                    commitWhatIsOpen(nameless, again, message);
                }
            }
            default -> throw ProcessCommands.unexpected(commit, refused);
        }
    }

    private static CommitReservation nameless(CommitReservation commit, @Nullable Integer units) {
        return new CommitReservation(
                commit.stockItemId(),
                commit.reservationId(),
                units,
                commit.commitment(),
                commit.committedAt(),
                List.of());
    }

    @EventHandler
    void whenPaymentCameTooLateReverseIt(
            LatePaymentRecorded event, EventMessage<LatePaymentRecorded> message) {
        commands.require(new ReversePayment(event.paymentId(), "order-ended"), message, "reverse");
    }

    static StockItemId stockItem(ReservedLine line, EventMessage<?> message) {
        return new StockItemId(tenant(message), line.location(), line.sku());
    }

    static TenantId tenant(EventMessage<?> message) {
        return new TenantId(String.valueOf(message.getMetaData().get(MetadataKeys.TENANT)));
    }
}
