package io.daybook.domain.order;

import static io.daybook.domain.shared.Decision.accepted;
import static io.daybook.domain.shared.Decision.acceptedAll;
import static io.daybook.domain.shared.Decision.nothingToDo;
import static io.daybook.domain.shared.Decision.refused;

import io.daybook.domain.order.OrderState.NotPlaced;
import io.daybook.domain.order.OrderState.Placed;
import io.daybook.domain.shared.Decision;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.PaymentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
            case Placed order ->
                    switch (command) {
                        case PlaceOrder c -> refused(new OrderRejection.AlreadyPlaced(c.orderId()));
                        case RecordStockReserved _ -> stockReserved(order);
                        case ConfirmOrder c -> confirm(c, order);
                        case RejectOrder c -> reject(c, order);
                        case CancelOrder c -> cancel(c, order);
                        case RecordStockReleased _ -> stockReleased(order);
                        case RecordPaymentReversed c -> paymentReversed(c.paymentId(), order);
                        case ShipLines c -> ship(c, order);
                        case RecordDelivery c -> deliver(c, order);
                        case RecordDeliveryFailure c -> deliveryFailed(c, order);
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
                    };
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
                        command.metadata()));
    }

    private static Decision<OrderEvent, OrderRejection> stockReserved(Placed order) {
        if (order.stockReserved()) {
            return nothingToDo();
        }
        if (order.status() != OrderStatus.PLACED) {
            return refused(new OrderRejection.WrongStatus("RecordStockReserved", order.status()));
        }
        var events = new ArrayList<OrderEvent>();
        events.add(new OrderStockReserved(order.id(), order.openReservations()));
        PaymentTerms terms = order.terms();
        Money total = order.total();
        if (terms != null && total.isPositive()) {
            // Also while the order is on hold: money that is secured can be given back.
            events.add(
                    new OrderPaymentRequested(
                            order.id(),
                            PaymentId.forOrder(order.id()),
                            total,
                            terms.method(),
                            terms.token()));
        } else if (!order.onHold()) {
            events.add(new OrderConfirmed(order.id()));
        }
        return acceptedAll(events);
    }

    private static Decision<OrderEvent, OrderRejection> confirm(
            ConfirmOrder command, Placed order) {
        return switch (order.status()) {
            case PLACED -> {
                var recorded =
                        new OrderPaymentRecorded(
                                order.id(), command.paymentId(), command.authorised());
                boolean covers = command.authorised().compareTo(order.total()) >= 0;
                if (order.stockReserved() && covers && !order.onHold()) {
                    yield accepted(recorded, new OrderConfirmed(order.id()));
                }
                if (covers && !order.covered()) {
                    // Whoever releases the last hold has to know that the money is there.
                    yield accepted(recorded);
                }
                // A payment that somebody added by hand may arrive before the stock is secured.
                yield order.payments().containsKey(command.paymentId())
                        ? nothingToDo()
                        : accepted(recorded);
            }
            case CONFIRMED, IN_FULFILMENT, COMPLETED, CLOSED ->
                    order.payments().containsKey(command.paymentId())
                            ? nothingToDo()
                            : accepted(
                                    new OrderPaymentRecorded(
                                            order.id(), command.paymentId(), command.authorised()));
            case CANCELLING, CANCELLED, REJECTED ->
                    order.payments().containsKey(command.paymentId())
                            ? nothingToDo() // the cancellation already reverses it
                            : accepted(
                                    new LatePaymentRecorded(
                                            order.id(), command.paymentId(), command.authorised()));
        };
    }

    private static Decision<OrderEvent, OrderRejection> reject(RejectOrder command, Placed order) {
        PaymentId paymentId = command.paymentId();
        boolean ownPayment = paymentId == null || paymentId.equals(PaymentId.forOrder(order.id()));
        return switch (order.status()) {
            case PLACED -> {
                if (!ownPayment) {
                    yield nothingToDo(); // a declined extra payment does not decide over the order
                }
                yield accepted(
                        new OrderRejected(
                                order.id(),
                                command.reason(),
                                command.detail(),
                                order.stockReserved() ? order.openReservations() : List.of()));
            }
            case CANCELLING ->
                    paymentId == null ? nothingToDo() : paymentReversed(paymentId, order);
            case REJECTED, CANCELLED -> nothingToDo();
            case CONFIRMED, IN_FULFILMENT, COMPLETED, CLOSED ->
                    ownPayment
                            ? refused(new OrderRejection.WrongStatus("RejectOrder", order.status()))
                            : nothingToDo();
        };
    }

    private static Decision<OrderEvent, OrderRejection> cancel(CancelOrder command, Placed order) {
        return switch (order.status()) {
            case PLACED, CONFIRMED ->
                    accepted(
                            new OrderCancellationRequested(
                                    order.id(),
                                    command.reason(),
                                    order.stockReserved() ? order.openReservations() : List.of(),
                                    order.payments().entrySet().stream()
                                            .filter(Map.Entry::getValue)
                                            .map(Map.Entry::getKey)
                                            .toList()));
            case CANCELLING, CANCELLED -> nothingToDo();
            case IN_FULFILMENT, COMPLETED, CLOSED, REJECTED ->
                    refused(new OrderRejection.WrongStatus("CancelOrder", order.status()));
        };
    }

    private static Decision<OrderEvent, OrderRejection> stockReleased(Placed order) {
        if (order.stockReleased() || order.status() != OrderStatus.CANCELLING) {
            return nothingToDo();
        }
        var released = new OrderStockReleased(order.id());
        return order.holdsMoney()
                ? accepted(released)
                : accepted(released, new OrderCancelled(order.id(), order.reason()));
    }

    private static Decision<OrderEvent, OrderRejection> paymentReversed(
            PaymentId paymentId, Placed order) {
        if (!order.payments().getOrDefault(paymentId, false)) {
            return nothingToDo();
        }
        var reversed = new OrderPaymentReversed(order.id(), paymentId);
        boolean last =
                order.payments().entrySet().stream()
                        .noneMatch(p -> p.getValue() && !p.getKey().equals(paymentId));
        // Outside a cancellation it only matters that later shipments do not count on this payment.
        boolean cancelling = order.status() == OrderStatus.CANCELLING;
        return cancelling && order.stockReleased() && last
                ? accepted(reversed, new OrderCancelled(order.id(), order.reason()))
                : accepted(reversed);
    }

    private static Decision<OrderEvent, OrderRejection> ship(ShipLines command, Placed order) {
        if (order.shipments().containsKey(command.shipmentId())) {
            return nothingToDo();
        }
        if (order.status() != OrderStatus.CONFIRMED
                && order.status() != OrderStatus.IN_FULFILMENT) {
            return refused(new OrderRejection.WrongStatus("ShipLines", order.status()));
        }
        if (order.onHold()) {
            return refused(OrderRejection.OnHold.of(order.openHolds()));
        }
        var shipped = new ArrayList<ReservedLine>();
        Money amount =
                order.shipments().isEmpty()
                        ? order.shippingFee()
                        : Money.zero(order.shippingFee().currency());
        for (var wanted : LineQuantity.summed(command.lines()).entrySet()) {
            OrderLine line = order.line(wanted.getKey()).orElse(null);
            if (line == null) {
                return refused(new OrderRejection.UnknownLine(wanted.getKey()));
            }
            Optional<OrderRejection> refusal =
                    refusal(command.location(), line, wanted.getValue(), order);
            if (refusal.isPresent()) {
                return refused(refusal.get());
            }
            int units = Math.toIntExact(wanted.getValue());
            int before = order.shipped(line);
            amount = amount.plus(line.valueOf(before + units)).minus(line.valueOf(before));
            shipped.add(OrderState.reserved(order.id(), line, units));
        }
        return accepted(
                new LinesShipped(
                        order.id(),
                        command.shipmentId(),
                        shipped,
                        amount,
                        order.payments().entrySet().stream()
                                .filter(Map.Entry::getValue)
                                .map(Map.Entry::getKey)
                                .findFirst()
                                .orElse(null),
                        command.carrier(),
                        command.trackingNumber()));
    }

    private static Optional<OrderRejection> refusal(
            @Nullable Location from, OrderLine line, long units, Placed order) {
        int open = line.quantity() - order.shipped(line);
        if (units > open) {
            return Optional.of(new OrderRejection.ExceedsOrdered(line.lineId(), units, open));
        }
        return from != null && !from.equals(line.location())
                ? Optional.of(new OrderRejection.OtherLocation(line.lineId(), line.location()))
                : Optional.empty();
    }

    private static Decision<OrderEvent, OrderRejection> deliver(
            RecordDelivery command, Placed order) {
        var shipment = order.shipments().get(command.shipmentId());
        if (shipment == null) {
            return refused(new OrderRejection.UnknownShipment(command.shipmentId()));
        }
        if (shipment.delivered()) {
            return nothingToDo();
        }
        var delivered = new ShipmentDelivered(order.id(), command.shipmentId());
        boolean othersArrived =
                order.shipments().entrySet().stream()
                        .allMatch(s ->
                                s.getValue().delivered()
                                        || s.getKey().equals(command.shipmentId()));
        // What arrived has arrived, but an order on hold does not come to its end.
        return othersArrived && order.openReservations().isEmpty() && !order.onHold()
                ? accepted(delivered, new OrderCompleted(order.id()))
                : accepted(delivered);
    }

    private static Decision<OrderEvent, OrderRejection> deliveryFailed(
            RecordDeliveryFailure command, Placed order) {
        var shipment = order.shipments().get(command.shipmentId());
        if (shipment == null) {
            return refused(new OrderRejection.UnknownShipment(command.shipmentId()));
        }
        if (shipment.delivered()) {
            return refused(new OrderRejection.AlreadyDelivered(command.shipmentId()));
        }
        return command.reason().equals(shipment.failure())
                ? nothingToDo()
                : accepted(new DeliveryFailed(order.id(), command.shipmentId(), command.reason()));
    }
}
