package io.daybook.domain.order;

import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.ShipmentId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an order knows of itself to judge the next command. */
public sealed interface OrderState {

    /** The state before the first event. */
    static OrderState initial() {
        return new NotPlaced();
    }

    record NotPlaced() implements OrderState {}

    /**
     * An order that was placed.
     *
     * @param shipped units per line that left the warehouse
     * @param payments the payments of the order; {@code true} while one may hold money
     * @param shipments what each shipment carried, and whether it arrived
     */
    record Placed(
            OrderId id,
            OrderStatus status,
            List<OrderLine> lines,
            Money shippingFee,
            @Nullable PaymentTerms terms,
            boolean stockReserved,
            boolean stockReleased,
            String reason,
            Map<LineId, Integer> shipped,
            Map<PaymentId, Boolean> payments,
            Map<ShipmentId, Shipment> shipments)
            implements OrderState {

        public Placed {
            shipped = Map.copyOf(shipped);
            payments = Collections.unmodifiableMap(new LinkedHashMap<>(payments));
            shipments = Map.copyOf(shipments);
        }

        public Money total() {
            return lines.stream().map(OrderLine::total).reduce(shippingFee, Money::plus);
        }

        Optional<OrderLine> line(LineId lineId) {
            return lines.stream().filter(line -> line.lineId().equals(lineId)).findFirst();
        }

        int shipped(OrderLine line) {
            return shipped.getOrDefault(line.lineId(), 0);
        }

        boolean holdsMoney() {
            return payments.containsValue(true);
        }

        /** The units that are promised and have not left yet. */
        List<ReservedLine> openReservations() {
            return lines.stream()
                    .filter(line -> shipped(line) < line.quantity())
                    .map(line -> reserved(id, line, line.quantity() - shipped(line)))
                    .toList();
        }

        private Placed with(OrderStatus newStatus) {
            return new Placed(
                    id,
                    newStatus,
                    lines,
                    shippingFee,
                    terms,
                    stockReserved,
                    stockReleased,
                    reason,
                    shipped,
                    payments,
                    shipments);
        }

        private Placed withStock(boolean reserved, boolean released) {
            return new Placed(
                    id,
                    status,
                    lines,
                    shippingFee,
                    terms,
                    reserved,
                    released,
                    reason,
                    shipped,
                    payments,
                    shipments);
        }

        private Placed withPayment(PaymentId paymentId, boolean mayHoldMoney) {
            var all = new LinkedHashMap<>(payments);
            all.put(paymentId, mayHoldMoney);
            return new Placed(
                    id,
                    status,
                    lines,
                    shippingFee,
                    terms,
                    stockReserved,
                    stockReleased,
                    reason,
                    shipped,
                    all,
                    shipments);
        }

        private Placed cancelling(String why) {
            return new Placed(
                    id,
                    OrderStatus.CANCELLING,
                    lines,
                    shippingFee,
                    terms,
                    stockReserved,
                    stockReleased,
                    why,
                    shipped,
                    payments,
                    shipments);
        }

        private Placed shipping(LinesShipped event) {
            var units = new LinkedHashMap<>(shipped);
            event.lines()
                    .forEach(line -> units.merge(line.lineId(), line.quantity(), Integer::sum));
            var all = new LinkedHashMap<>(shipments);
            all.put(event.shipmentId(), new Shipment(event.lines(), event.amount(), false));
            return new Placed(
                    id,
                    OrderStatus.IN_FULFILMENT,
                    lines,
                    shippingFee,
                    terms,
                    stockReserved,
                    stockReleased,
                    reason,
                    units,
                    payments,
                    all);
        }

        private Placed delivering(ShipmentId shipmentId) {
            var all = new LinkedHashMap<>(shipments);
            all.computeIfPresent(shipmentId, (_, shipment) -> shipment.arrived());
            return new Placed(
                    id,
                    status,
                    lines,
                    shippingFee,
                    terms,
                    stockReserved,
                    stockReleased,
                    reason,
                    shipped,
                    payments,
                    all);
        }
    }

    /** What left the warehouse together. */
    record Shipment(List<ReservedLine> lines, Money amount, boolean delivered) {
        Shipment arrived() {
            return new Shipment(lines, amount, true);
        }
    }

    /** The reservation of a line: its id follows from the order and the line. */
    static ReservedLine reserved(OrderId orderId, OrderLine line, int quantity) {
        return new ReservedLine(
                line.lineId(),
                line.sku(),
                line.location(),
                ReservationId.forLine(orderId, line.lineId().value()),
                quantity);
    }

    /** Names of the commands that a caller may send now. */
    default List<String> allowed() {
        return switch (this) {
            case NotPlaced _ -> List.of("PlaceOrder");
            case Placed order ->
                    switch (order.status) {
                        case PLACED -> List.of("CancelOrder");
                        case CONFIRMED -> List.of("CancelOrder", "ShipLines");
                        case IN_FULFILMENT ->
                                order.openReservations().isEmpty()
                                        ? List.of("RecordDelivery")
                                        : List.of("ShipLines", "RecordDelivery");
                        case COMPLETED, REJECTED, CANCELLING, CANCELLED -> List.of();
                    };
        };
    }

    default OrderState evolve(OrderEvent event) {
        return switch (this) {
            case NotPlaced _ ->
                    switch (event) {
                        case OrderPlaced e ->
                                new Placed(
                                        e.orderId(),
                                        OrderStatus.PLACED,
                                        e.lines(),
                                        e.shippingFee(),
                                        e.payment(),
                                        false,
                                        false,
                                        "",
                                        Map.of(),
                                        Map.of(),
                                        Map.of());
                        default ->
                                throw new IllegalStateException("an order starts with OrderPlaced");
                    };
            case Placed order ->
                    switch (event) {
                        case OrderPlaced _ ->
                                throw new IllegalStateException("an order is placed once");
                        case OrderStockReserved _ -> order.withStock(true, order.stockReleased);
                        case OrderPaymentRequested e -> order.withPayment(e.paymentId(), true);
                        case OrderConfirmed _ -> order.with(OrderStatus.CONFIRMED);
                        case OrderPaymentRecorded e -> order.withPayment(e.paymentId(), true);
                        case LatePaymentRecorded e -> order.withPayment(e.paymentId(), true);
                        case OrderRejected _ -> order.with(OrderStatus.REJECTED);
                        case OrderCancellationRequested e -> order.cancelling(e.reason());
                        case OrderStockReleased _ -> order.withStock(order.stockReserved, true);
                        case OrderPaymentReversed e -> order.withPayment(e.paymentId(), false);
                        case OrderCancelled _ -> order.with(OrderStatus.CANCELLED);
                        case LinesShipped e -> order.shipping(e);
                        case ShipmentDelivered e -> order.delivering(e.shipmentId());
                        case OrderCompleted _ -> order.with(OrderStatus.COMPLETED);
                    };
        };
    }
}
