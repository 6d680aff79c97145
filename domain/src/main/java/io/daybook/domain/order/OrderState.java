package io.daybook.domain.order;

import io.daybook.domain.shared.CustomerId;
import io.daybook.domain.shared.HoldId;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.NoteId;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.ReturnId;
import io.daybook.domain.shared.ShipmentId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
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
     * @param customerId whose it is now
     * @param covered whether a payment was recorded that covers the total
     * @param shipped units per line that left the warehouse
     * @param payments the payments of the order; {@code true} while one may hold money
     * @param shipments what each shipment carried, and whether it arrived
     * @param holds why the order waits or waited, oldest first
     */
    record Placed(
            OrderId id,
            CustomerId customerId,
            OrderStatus status,
            List<OrderLine> lines,
            Money shippingFee,
            @Nullable PaymentTerms terms,
            boolean stockReserved,
            boolean stockReleased,
            boolean covered,
            String reason,
            Map<LineId, Integer> shipped,
            Map<PaymentId, Boolean> payments,
            Map<ShipmentId, Shipment> shipments,
            Map<HoldId, Hold> holds,
            Set<NoteId> notes,
            OrderReturns returns,
            boolean archived)
            implements OrderState {

        public Placed {
            shipped = Map.copyOf(shipped);
            payments = Collections.unmodifiableMap(new LinkedHashMap<>(payments));
            shipments = Map.copyOf(shipments);
            holds = Collections.unmodifiableMap(new LinkedHashMap<>(holds));
            notes = Set.copyOf(notes);
        }

        static Placed by(OrderPlaced event) {
            return new Placed(
                    event.orderId(),
                    event.customerId(),
                    OrderStatus.PLACED,
                    event.lines(),
                    event.shippingFee(),
                    event.payment(),
                    false,
                    false,
                    false,
                    "",
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Set.of(),
                    OrderReturns.NONE,
                    false);
        }

        /** What was set aside for a return; nothing when the order does not know it. */
        public Optional<ReturnOpened> opened(ReturnId returnId) {
            return Optional.ofNullable(returns.entries().get(returnId))
                    .map(OrderReturns.Entry::opened);
        }

        /** Everything that was set aside for returns, ended ones included, the oldest first. */
        public List<ReturnOpened> opened() {
            return returns.entries().values().stream().map(OrderReturns.Entry::opened).toList();
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

        /** The holds that are not released yet. */
        List<Hold> openHolds() {
            return holds.values().stream().filter(Hold::open).toList();
        }

        boolean onHold() {
            return holds.values().stream().anyMatch(Hold::open);
        }

        /** Whether stock and money are secured, as far as they are asked for. */
        boolean secured() {
            return stockReserved && (covered || terms == null || !total().isPositive());
        }

        /** Whether everything that was ordered has left and arrived. */
        boolean arrived() {
            return openReservations().isEmpty()
                    && shipments.values().stream().allMatch(Shipment::delivered);
        }

        /** The units that are promised and have not left yet. */
        List<ReservedLine> openReservations() {
            return lines.stream()
                    .filter(line -> shipped(line) < line.quantity())
                    .map(line -> reserved(id, line, line.quantity() - shipped(line)))
                    .toList();
        }

        private Placed after(OrderEvent event) {
            var next = new Next(this);
            next.apply(event);
            return next.state();
        }
    }

    /** A state under construction: one event changes a few of its many parts. */
    final class Next {

        private final Placed before;
        private CustomerId customerId;
        private OrderStatus status;
        private boolean stockReserved;
        private boolean stockReleased;
        private boolean covered;
        private String reason;
        private Map<LineId, Integer> shipped;
        private Map<PaymentId, Boolean> payments;
        private Map<ShipmentId, Shipment> shipments;
        private Map<HoldId, Hold> holds;
        private Set<NoteId> notes;
        private OrderReturns returns;
        private boolean archived;

        private Next(Placed before) {
            this.before = before;
            this.customerId = before.customerId;
            this.status = before.status;
            this.stockReserved = before.stockReserved;
            this.stockReleased = before.stockReleased;
            this.covered = before.covered;
            this.reason = before.reason;
            this.shipped = before.shipped;
            this.payments = before.payments;
            this.shipments = before.shipments;
            this.holds = before.holds;
            this.notes = before.notes;
            this.returns = before.returns;
            this.archived = before.archived;
        }

        private void apply(OrderEvent event) {
            switch (event) {
                case OrderPlaced _ -> throw new IllegalStateException("an order is placed once");
                case OrderStockReserved _ -> stockReserved = true;
                case OrderPaymentRequested e -> payment(e.paymentId(), true);
                case OrderConfirmed _ -> status = OrderStatus.CONFIRMED;
                case OrderPaymentRecorded e -> {
                    payment(e.paymentId(), true);
                    covered |= e.authorised().compareTo(before.total()) >= 0;
                }
                case LatePaymentRecorded e -> payment(e.paymentId(), true);
                case OrderRejected _ -> status = OrderStatus.REJECTED;
                case OrderCancellationRequested e -> {
                    status = OrderStatus.CANCELLING;
                    reason = e.reason();
                }
                case OrderStockReleased _ -> stockReleased = true;
                case OrderPaymentReversed e -> payment(e.paymentId(), false);
                case OrderCancelled _ -> status = OrderStatus.CANCELLED;
                case LinesShipped e -> ship(e);
                case ShipmentDelivered e -> shipment(e.shipmentId(), Shipment::arrived);
                case DeliveryFailed e ->
                        shipment(e.shipmentId(), shipment -> shipment.failed(e.reason()));
                case OrderCompleted _ -> status = OrderStatus.COMPLETED;
                case HoldPlaced e -> hold(e.holdId(), new Hold(e.reason(), true));
                case HoldReleased e -> release(e.holdId());
                case NoteAdded e -> {
                    notes = new HashSet<>(notes);
                    notes.add(e.noteId());
                }
                case CustomerTransferred e -> customerId = e.customerId();
                case OrderClosed _ -> status = OrderStatus.CLOSED;
                case OrderArchived _ -> archived = true;
                case ReturnOpened e -> returns = returns.opened(e);
                case OrderReturnReceived e ->
                        returns = returns.changed(e.returnId(), r -> r.received(e.lines()));
                case OrderReturnEnded e ->
                        returns = returns.changed(e.returnId(), r -> r.ended(e.returned()));
                case OrderRefundGranted e ->
                        returns = returns.changed(e.returnId(), r -> r.granted(e.amount()));
            }
        }

        private void payment(PaymentId paymentId, boolean mayHoldMoney) {
            payments = new LinkedHashMap<>(payments);
            payments.put(paymentId, mayHoldMoney);
        }

        private void hold(HoldId holdId, Hold hold) {
            holds = new LinkedHashMap<>(holds);
            holds.put(holdId, hold);
        }

        private void release(HoldId holdId) {
            holds = new LinkedHashMap<>(holds);
            holds.computeIfPresent(holdId, (_, hold) -> hold.released());
        }

        private void ship(LinesShipped event) {
            status = OrderStatus.IN_FULFILMENT;
            shipped = new LinkedHashMap<>(shipped);
            event.lines()
                    .forEach(line -> shipped.merge(line.lineId(), line.quantity(), Integer::sum));
            shipments = new LinkedHashMap<>(shipments);
            shipments.put(
                    event.shipmentId(), new Shipment(event.lines(), event.amount(), false, null));
        }

        private void shipment(ShipmentId shipmentId, UnaryOperator<Shipment> change) {
            shipments = new LinkedHashMap<>(shipments);
            shipments.computeIfPresent(shipmentId, (_, shipment) -> change.apply(shipment));
        }

        private Placed state() {
            return new Placed(
                    before.id,
                    customerId,
                    status,
                    before.lines,
                    before.shippingFee,
                    before.terms,
                    stockReserved,
                    stockReleased,
                    covered,
                    reason,
                    shipped,
                    payments,
                    shipments,
                    holds,
                    notes,
                    returns,
                    archived);
        }
    }

    /** Why the order waits, or waited. */
    record Hold(String reason, boolean open) {
        Hold released() {
            return new Hold(reason, false);
        }
    }

    /**
     * What left the warehouse together.
     *
     * @param failure why it could not be handed over the last time
     */
    record Shipment(
            List<ReservedLine> lines, Money amount, boolean delivered, @Nullable String failure) {
        Shipment arrived() {
            return new Shipment(lines, amount, true, null);
        }

        Shipment failed(String why) {
            return new Shipment(lines, amount, delivered, why);
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
            case Placed order -> allowed(order);
        };
    }

    private static List<String> allowed(Placed order) {
        var names = new ArrayList<String>();
        boolean free = !order.onHold();
        switch (order.status) {
            case PLACED -> names.add("CancelOrder");
            case CONFIRMED -> {
                names.add("CancelOrder");
                if (free) {
                    names.add("ShipLines");
                }
            }
            case IN_FULFILMENT -> {
                if (free && !order.openReservations().isEmpty()) {
                    names.add("ShipLines");
                }
                names.add("RecordDelivery");
                names.add("RecordDeliveryFailure");
            }
            case COMPLETED -> {
                if (free) {
                    names.add("CloseOrder");
                }
            }
            case CLOSED, REJECTED, CANCELLING, CANCELLED -> {
                // Only what is always possible.
            }
        }
        if (!order.status.ended() && order.status != OrderStatus.CANCELLING) {
            names.add("PlaceHold");
        }
        if (!free) {
            names.add("ReleaseHold");
        }
        if (order.status.ended() && !order.archived) {
            names.add("ArchiveOrder");
        }
        names.addAll(List.of("AddNote", "TransferCustomer"));
        return List.copyOf(names);
    }

    default OrderState evolve(OrderEvent event) {
        return switch (this) {
            case NotPlaced _ -> {
                if (event instanceof OrderPlaced placed) {
                    yield Placed.by(placed);
                }
                throw new IllegalStateException("an order starts with OrderPlaced");
            }
            case Placed order -> order.after(event);
        };
    }
}
