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
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
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
     * @param customerId whose it is now
     * @param reason why it is being cancelled
     * @param expiresAt until when it has to be paid
     * @param shipments what each shipment carried, and whether it arrived
     * @param holds why the order waits or waited, oldest first
     * @param notes hashes of their texts, enough to tell a repeated note from another one
     * @param version the number of its events
     */
    record Placed(
            OrderId id,
            CustomerId customerId,
            OrderStatus status,
            String reason,
            List<LineState> lines,
            Money shippingFee,
            @Nullable PaymentTerms terms,
            @Nullable Instant expiresAt,
            OrderStock stock,
            OrderMoney money,
            Map<ShipmentId, Shipment> shipments,
            Map<HoldId, Hold> holds,
            Map<NoteId, Integer> notes,
            OrderReturns returns,
            OrderChanges changes,
            boolean archived,
            long version)
            implements OrderState {

        public Placed {
            lines = List.copyOf(lines);
            shipments = Map.copyOf(shipments);
            holds = Collections.unmodifiableMap(new LinkedHashMap<>(holds));
            notes = Map.copyOf(notes);
        }

        static Placed by(OrderPlaced event) {
            return new Placed(
                    event.orderId(),
                    event.customerId(),
                    OrderStatus.PLACED,
                    "",
                    event.lines().stream().map(line -> new LineState(line, 0, 0)).toList(),
                    event.shippingFee(),
                    event.payment(),
                    event.expiresAt(),
                    OrderStock.NONE,
                    OrderMoney.NONE,
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    OrderReturns.NONE,
                    OrderChanges.NONE,
                    false,
                    1);
        }

        /** The payments of the order, the oldest first. */
        public List<PaymentId> paymentIds() {
            return List.copyOf(money.payments().keySet());
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

        /** What the customer pays for what is not cancelled, with the shipping fee. */
        public Money total() {
            return lines.stream().map(LineState::total).reduce(shippingFee, Money::plus);
        }

        /** What the shipped units cost, with the shipping fee once anything was shipped. */
        Money shippedValue() {
            return lines.stream()
                    .map(line -> line.valueOf(line.shipped()))
                    .reduce(shipments.isEmpty() ? zero() : shippingFee, Money::plus);
        }

        Money zero() {
            return Money.zero(shippingFee.currency());
        }

        Optional<LineState> line(LineId lineId) {
            return lines.stream().filter(line -> line.lineId().equals(lineId)).findFirst();
        }

        /** The holds that are not released yet. */
        List<Hold> openHolds() {
            return holds.values().stream().filter(Hold::open).toList();
        }

        boolean onHold() {
            return holds.values().stream().anyMatch(Hold::open);
        }

        boolean paid() {
            return terms == null
                    || !total().isPositive()
                    || money.covered(zero()).compareTo(total()) >= 0;
        }

        /** Whether everything that is wanted has left. */
        boolean allShipped() {
            return lines.stream().allMatch(line -> line.open() == 0);
        }

        /** Whether everything that is wanted has left and arrived. */
        boolean arrived() {
            return allShipped() && shipments.values().stream().allMatch(Shipment::delivered);
        }

        /** The units of the lines as they were placed, each at its own location. */
        List<ReservedLine> asPlaced() {
            return lines.stream().map(line -> reserved(id, line.line(), line.active())).toList();
        }

        Placed after(OrderEvent event) {
            var draft = new OrderDraft(this);
            draft.apply(event);
            return draft.state();
        }

        /** The order with other lines, to see what that would come to. */
        Placed with(List<LineState> otherLines) {
            return new Placed(
                    id,
                    customerId,
                    status,
                    reason,
                    otherLines,
                    shippingFee,
                    terms,
                    expiresAt,
                    stock,
                    money,
                    shipments,
                    holds,
                    notes,
                    returns,
                    changes,
                    archived,
                    version);
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
        Map<LineId, Long> units() {
            var units = new HashMap<LineId, Long>();
            lines.forEach(line -> units.merge(line.lineId(), (long) line.quantity(), Long::sum));
            return units;
        }

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
            case Placed order -> AllowedCommands.of(order);
        };
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
