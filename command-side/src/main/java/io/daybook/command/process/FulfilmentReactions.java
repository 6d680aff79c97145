package io.daybook.command.process;

import io.daybook.domain.inventory.CommitReservation;
import io.daybook.domain.inventory.ReleaseReservation;
import io.daybook.domain.inventory.ReserveStock;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.message.MetadataKeys;
import io.daybook.domain.order.ConfirmOrder;
import io.daybook.domain.order.LatePaymentRecorded;
import io.daybook.domain.order.LinesShipped;
import io.daybook.domain.order.OrderLine;
import io.daybook.domain.order.OrderPaymentRequested;
import io.daybook.domain.order.OrderPlaced;
import io.daybook.domain.order.OrderRejected;
import io.daybook.domain.order.RecordStockReserved;
import io.daybook.domain.order.RejectOrder;
import io.daybook.domain.order.RejectionReason;
import io.daybook.domain.order.ReservedLine;
import io.daybook.domain.payment.AuthorisePayment;
import io.daybook.domain.payment.CapturePayment;
import io.daybook.domain.payment.PaymentAuthorised;
import io.daybook.domain.payment.PaymentDeclined;
import io.daybook.domain.payment.PaymentRejection;
import io.daybook.domain.payment.ReversePayment;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.TenantId;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/**
 * From a placed order to a shipped one. Stateless: everything that a step needs is in its event,
 * and every command may be repeated, so a reaction that was killed half-way is simply run again.
 * Events of one order are handled in turn.
 */
@ProcessingGroup(ProcessAutoConfiguration.ORDER_PROCESS)
@DisallowReplay
final class FulfilmentReactions {

    private final ProcessCommands commands;

    FulfilmentReactions(ProcessCommands commands) {
        this.commands = commands;
    }

    /** Reserves every line, all or nothing. */
    @EventHandler
    void whenOrderPlacedReserveStock(OrderPlaced event, EventMessage<OrderPlaced> message) {
        var reserved = new ArrayList<OrderLine>();
        for (OrderLine line : event.lines()) {
            var reserve =
                    new ReserveStock(
                            stockItem(line, message),
                            reservation(event.orderId(), line),
                            line.quantity(),
                            event.orderId().value());
            switch (commands.send(reserve, message, "reserve-" + line.lineId())) {
                case CommandResult.Accepted _ -> reserved.add(line);
                case CommandResult.Refused refused -> {
                    giveBack(event.orderId(), reserved, message);
                    commands.require(
                            new RejectOrder(
                                    event.orderId(),
                                    RejectionReason.INSUFFICIENT_STOCK,
                                    refused.rejection().detail(),
                                    null),
                            message,
                            "reject");
                    return;
                }
            }
        }
        var recorded =
                commands.send(new RecordStockReserved(event.orderId()), message, "stock-reserved");
        if (recorded instanceof CommandResult.Refused) {
            giveBack(event.orderId(), reserved, message); // cancelled in the meantime
        }
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
    void whenOrderRejectedReleaseStock(OrderRejected event, EventMessage<OrderRejected> message) {
        for (ReservedLine line : event.reservations()) {
            commands.require(
                    new ReleaseReservation(
                            stockItem(line, message), line.reservationId(), event.reason().name()),
                    message,
                    "release-" + line.lineId());
        }
    }

    /** Takes the shipped units off the shelf and the shipped amount off the payment. */
    @EventHandler
    void whenLinesShippedCommitStockAndCapture(
            LinesShipped event, EventMessage<LinesShipped> message) {
        String shipment = event.shipmentId().value();
        for (ReservedLine line : event.lines()) {
            commands.require(
                    new CommitReservation(
                            stockItem(line, message),
                            line.reservationId(),
                            line.quantity(),
                            shipment),
                    message,
                    "commit-" + line.lineId());
        }
        if (event.paymentId() != null && event.amount().isPositive()) {
            var capture =
                    new CapturePayment(event.paymentId(), event.amount(), "capture-" + shipment);
            if (commands.send(capture, message, "capture")
                    instanceof CommandResult.Refused refused) {
                captureWhatIsLeft(capture, refused, message);
            }
        }
    }

    @EventHandler
    void whenPaymentCameTooLateReverseIt(
            LatePaymentRecorded event, EventMessage<LatePaymentRecorded> message) {
        commands.require(new ReversePayment(event.paymentId(), "order-ended"), message, "reverse");
    }

    /**
     * Somebody captured by hand before: the shipment takes the rest, or nothing when nothing is
     * left.
     */
    private void captureWhatIsLeft(
            CapturePayment capture, CommandResult.Refused refused, EventMessage<?> message) {
        switch (refused.rejection()) {
            case PaymentRejection.NothingToCapture _ -> {
                // Paid in full already; the balance of the order shows it.
            }
            case PaymentRejection.ExceedsAuthorised exceeds ->
                    commands.require(
                            new CapturePayment(
                                    capture.paymentId(),
                                    exceeds.capturable(),
                                    capture.operationId()),
                            message,
                            "capture-rest");
            default ->
                    throw new IllegalStateException(
                            "capture was refused: " + refused.rejection().code());
        }
    }

    private void giveBack(OrderId orderId, List<OrderLine> reserved, EventMessage<?> message) {
        for (OrderLine line : reserved) {
            commands.require(
                    new ReleaseReservation(
                            stockItem(line, message),
                            reservation(orderId, line),
                            "order-not-fulfillable"),
                    message,
                    "give-back-" + line.lineId());
        }
    }

    private static ReservationId reservation(OrderId orderId, OrderLine line) {
        return ReservationId.forLine(orderId, line.lineId().value());
    }

    private static StockItemId stockItem(OrderLine line, EventMessage<?> message) {
        return new StockItemId(tenant(message), line.location(), line.sku());
    }

    static StockItemId stockItem(ReservedLine line, EventMessage<?> message) {
        return new StockItemId(tenant(message), line.location(), line.sku());
    }

    private static TenantId tenant(EventMessage<?> message) {
        return new TenantId(String.valueOf(message.getMetaData().get(MetadataKeys.TENANT)));
    }
}
