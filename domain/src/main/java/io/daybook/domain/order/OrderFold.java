package io.daybook.domain.order;

import io.daybook.domain.order.OrderView.FulfilmentStatus;
import io.daybook.domain.order.OrderView.Hold;
import io.daybook.domain.order.OrderView.Line;
import io.daybook.domain.order.OrderView.Note;
import io.daybook.domain.order.OrderView.OrderPaymentStatus;
import io.daybook.domain.order.OrderView.Return;
import io.daybook.domain.order.OrderView.ReturnProgress;
import io.daybook.domain.order.OrderView.ReturnStatus;
import io.daybook.domain.order.OrderView.Shipment;
import io.daybook.domain.order.OrderView.Totals;
import io.daybook.domain.payment.PaymentEvent;
import io.daybook.domain.payment.PaymentView;
import io.daybook.domain.shared.CustomerId;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.ReturnId;
import io.daybook.domain.shared.ShipmentId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** From the events of an order and of its payments to the view of it. */
final class OrderFold {

    private OrderFold() {}

    static OrderView evolve(@Nullable OrderView before, OrderEvent event, Instant recordedAt) {
        if (event instanceof OrderPlaced placed) {
            return placed(placed, recordedAt);
        }
        if (before == null) {
            throw new IllegalStateException("an order starts with OrderPlaced");
        }
        Draft next = new Draft(before, recordedAt);
        next.version++;
        apply(event, next);
        return next.view();
    }

    static OrderView evolve(OrderView before, PaymentEvent event, Instant recordedAt) {
        Draft next = new Draft(before, recordedAt);
        var payments = new ArrayList<PaymentView>(before.payments());
        int known = indexOf(payments, event);
        if (known < 0) {
            payments.add(PaymentView.evolve(null, event, recordedAt));
        } else {
            payments.set(known, PaymentView.evolve(payments.get(known), event, recordedAt));
        }
        next.payments = payments;
        return next.view();
    }

    private static int indexOf(List<PaymentView> payments, PaymentEvent event) {
        for (int i = 0; i < payments.size(); i++) {
            if (payments.get(i).paymentId().equals(event.paymentId())) {
                return i;
            }
        }
        return -1;
    }

    private static void apply(OrderEvent event, Draft next) {
        switch (event) {
            case OrderPlaced _ -> throw new IllegalStateException("an order is placed once");
            case OrderStockReserved _ ->
                    next.lines(line -> line.progressed(0, line.quantity(), 0, 0));
            case OrderConfirmed _ -> next.status = OrderStatus.CONFIRMED;
            case OrderPaymentRequested _,
                    OrderPaymentRecorded _,
                    LatePaymentRecorded _,
                    OrderPaymentReversed _ -> {
                // The payments of the view come from the payments' own events.
            }
            case OrderRejected e -> {
                next.status = OrderStatus.REJECTED;
                next.statusReason = e.detail();
                next.lines(line -> line.progressed(0, 0, 0, 0));
            }
            case OrderCancellationRequested e -> {
                next.status = OrderStatus.CANCELLING;
                next.statusReason = e.reason();
            }
            case OrderStockReleased _ ->
                    next.lines(line ->
                            line.progressed(line.cancelled(), 0, line.shipped(), line.delivered()));
            case OrderCancelled _ -> {
                next.status = OrderStatus.CANCELLED;
                next.lines(line ->
                        line.progressed(line.quantity(), 0, line.shipped(), line.delivered()));
            }
            case LinesShipped e -> ship(e, next);
            case ShipmentDelivered e -> deliver(e.shipmentId(), next);
            case DeliveryFailed e ->
                    next.shipment(
                            e.shipmentId(),
                            shipment -> shipment.failed(e.reason(), next.updatedAt));
            case OrderCompleted _ -> next.status = OrderStatus.COMPLETED;
            case HoldPlaced e ->
                    next.holds.add(new Hold(e.holdId(), e.reason(), e.owner(), next.updatedAt));
            case HoldReleased e -> next.holds.removeIf(hold -> hold.holdId().equals(e.holdId()));
            case NoteAdded e ->
                    next.notes.add(new Note(e.noteId(), e.text(), e.author(), next.updatedAt));
            case CustomerTransferred e -> next.customerId = e.customerId();
            case OrderClosed _ -> next.status = OrderStatus.CLOSED;
            case OrderArchived _ -> next.archived = true;
            case ReturnOpened e -> next.returnOpened(e);
            case OrderReturnReceived e ->
                    next.returned(e.returnId(), entry -> entry.received(e.lines()));
            case OrderReturnEnded e ->
                    next.returned(e.returnId(), entry -> entry.ended(e.returned()));
            case OrderRefundGranted e ->
                    next.returned(e.returnId(), entry -> entry.granted(e.amount().amount()));
        }
    }

    private static void ship(LinesShipped event, Draft next) {
        Map<LineId, Integer> units =
                event.lines().stream()
                        .collect(Collectors.toMap(ReservedLine::lineId, ReservedLine::quantity));
        next.status = OrderStatus.IN_FULFILMENT;
        next.lines(line -> {
            int n = units.getOrDefault(line.lineId(), 0);
            return line.progressed(
                    line.cancelled(), line.reserved() - n, line.shipped() + n, line.delivered());
        });
        next.shipments.add(
                new Shipment(
                        event.shipmentId(),
                        event.lines().stream()
                                .map(line -> new LineQuantity(line.lineId(), line.quantity()))
                                .toList(),
                        event.amount().amount(),
                        event.carrier(),
                        event.trackingNumber(),
                        next.updatedAt,
                        null,
                        null,
                        null));
    }

    private static void deliver(ShipmentId shipmentId, Draft next) {
        next.shipment(
                shipmentId,
                shipment -> {
                    Map<LineId, Integer> units =
                            shipment.lines().stream()
                                    .collect(
                                            Collectors.toMap(
                                                    LineQuantity::lineId, LineQuantity::quantity));
                    next.lines(line ->
                            line.progressed(
                                    line.cancelled(),
                                    line.reserved(),
                                    line.shipped(),
                                    line.delivered() + units.getOrDefault(line.lineId(), 0)));
                    return shipment.arrived(next.updatedAt);
                });
    }

    private static OrderView placed(OrderPlaced event, Instant recordedAt) {
        Money shipping = event.shippingFee();
        Totals totals =
                new Totals(
                        sum(event.lines(), OrderLine::items, shipping),
                        sum(event.lines(), OrderLine::discount, shipping),
                        sum(event.lines(), OrderLine::tax, shipping),
                        shipping.amount(),
                        sum(event.lines(), OrderLine::total, shipping).add(shipping.amount()));
        return new OrderView(
                event.orderId(),
                event.reference(),
                event.customerId(),
                OrderStatus.PLACED,
                OrderPaymentStatus.NONE,
                FulfilmentStatus.NONE,
                ReturnStatus.NONE,
                shipping.currency().getCurrencyCode(),
                event.lines().stream().map(OrderFold::line).toList(),
                totals,
                totals.total(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                event.shippingAddress(),
                event.metadata(),
                false,
                recordedAt,
                recordedAt,
                1);
    }

    private static BigDecimal sum(
            List<OrderLine> lines, Function<OrderLine, Money> part, Money shipping) {
        return lines.stream()
                .map(part)
                .reduce(Money.zero(shipping.currency()), Money::plus)
                .amount();
    }

    private static Line line(OrderLine line) {
        return new Line(
                line.lineId(),
                line.sku(),
                line.name(),
                line.quantity(),
                0,
                0,
                0,
                0,
                0,
                0,
                line.unitPrice().amount(),
                line.discount().amount(),
                line.tax().amount(),
                line.total().amount(),
                line.location());
    }

    /** A view under construction: one event changes a few of its many parts. */
    private static final class Draft {
        private final OrderView before;
        private final Instant updatedAt;
        private final ArrayList<Shipment> shipments;
        private final ArrayList<Hold> holds;
        private final ArrayList<Note> notes;
        private List<Return> returns;
        private CustomerId customerId;
        private OrderStatus status;
        private @Nullable String statusReason;
        private List<Line> lines;
        private List<PaymentView> payments;
        private boolean archived;
        private long version;

        Draft(OrderView before, Instant updatedAt) {
            this.before = before;
            this.updatedAt = updatedAt;
            this.status = before.status();
            this.statusReason = before.statusReason();
            this.lines = before.lines();
            this.payments = before.payments();
            this.shipments = new ArrayList<>(before.shipments());
            this.holds = new ArrayList<>(before.holds());
            this.notes = new ArrayList<>(before.notes());
            this.returns = before.returns();
            this.customerId = before.customerId();
            this.archived = before.archived();
            this.version = before.version();
        }

        void lines(UnaryOperator<Line> change) {
            lines = lines.stream().map(change).toList();
        }

        void shipment(ShipmentId shipmentId, UnaryOperator<Shipment> change) {
            shipments.replaceAll(shipment ->
                    shipment.shipmentId().equals(shipmentId) ? change.apply(shipment) : shipment);
        }

        void returnOpened(ReturnOpened event) {
            var more = new ArrayList<>(returns);
            more.add(
                    new Return(
                            event.returnId(),
                            event.kind(),
                            ReturnProgress.OPENED,
                            event.lines().stream()
                                    .map(line -> new LineQuantity(line.lineId(), line.quantity()))
                                    .toList(),
                            List.of(),
                            null,
                            null,
                            updatedAt));
            returned(more);
        }

        void returned(ReturnId returnId, UnaryOperator<Return> change) {
            returned(
                    returns.stream()
                            .map(entry ->
                                    entry.returnId().equals(returnId) ? change.apply(entry) : entry)
                            .toList());
        }

        private void returned(List<Return> now) {
            returns = now;
            lines(line ->
                    line.returning(
                            now.stream().mapToInt(r -> r.requested(line.lineId())).sum(),
                            now.stream().mapToInt(r -> r.back(line.lineId())).sum()));
        }

        private @Nullable BigDecimal refundsGranted() {
            return returns.stream()
                    .map(Return::refundGranted)
                    .filter(Objects::nonNull)
                    .reduce(BigDecimal::add)
                    .orElse(null);
        }

        private ReturnStatus returnStatus() {
            int active = lines.stream().mapToInt(line -> line.quantity() - line.cancelled()).sum();
            int back = lines.stream().mapToInt(Line::returned).sum();
            if (back > 0) {
                return back == active ? ReturnStatus.RETURNED : ReturnStatus.PARTLY_RETURNED;
            }
            return lines.stream().anyMatch(line -> line.returnRequested() > 0)
                    ? ReturnStatus.REQUESTED
                    : ReturnStatus.NONE;
        }

        OrderView view() {
            BigDecimal captured = sum(PaymentView::captured);
            BigDecimal refunded = sum(PaymentView::refunded);
            BigDecimal kept = captured.subtract(refunded).subtract(sum(PaymentView::chargedBack));
            BigDecimal granted = refundsGranted();
            boolean nothingOwed = status == OrderStatus.REJECTED || status == OrderStatus.CANCELLED;
            return new OrderView(
                    before.orderId(),
                    before.reference(),
                    customerId,
                    status,
                    paymentStatus(captured, refunded),
                    fulfilmentStatus(),
                    returnStatus(),
                    before.currency(),
                    lines,
                    before.totals(),
                    (nothingOwed ? zero() : before.totals().total())
                            .subtract(granted == null ? zero() : granted)
                            .subtract(kept),
                    statusReason,
                    holds,
                    notes,
                    payments,
                    shipments,
                    granted,
                    returns,
                    before.shippingAddress(),
                    before.metadata(),
                    archived,
                    before.placedAt(),
                    updatedAt,
                    version);
        }

        private OrderPaymentStatus paymentStatus(BigDecimal captured, BigDecimal refunded) {
            if (refunded.signum() > 0) {
                return refunded.compareTo(captured) >= 0
                        ? OrderPaymentStatus.REFUNDED
                        : OrderPaymentStatus.PARTLY_REFUNDED;
            }
            if (captured.signum() > 0) {
                return captured.compareTo(before.totals().total()) >= 0
                        ? OrderPaymentStatus.CAPTURED
                        : OrderPaymentStatus.PARTLY_CAPTURED;
            }
            return sum(PaymentView::authorised).compareTo(sum(PaymentView::voided)) > 0
                    ? OrderPaymentStatus.AUTHORISED
                    : OrderPaymentStatus.NONE;
        }

        private FulfilmentStatus fulfilmentStatus() {
            int ordered = lines.stream().mapToInt(Line::quantity).sum();
            int shipped = lines.stream().mapToInt(Line::shipped).sum();
            int delivered = lines.stream().mapToInt(Line::delivered).sum();
            if (delivered > 0) {
                return delivered == ordered
                        ? FulfilmentStatus.DELIVERED
                        : FulfilmentStatus.PARTLY_DELIVERED;
            }
            if (shipped > 0) {
                return shipped == ordered
                        ? FulfilmentStatus.SHIPPED
                        : FulfilmentStatus.PARTLY_SHIPPED;
            }
            return FulfilmentStatus.NONE;
        }

        private BigDecimal sum(Function<PaymentView, BigDecimal> part) {
            return payments.stream().map(part).reduce(zero(), BigDecimal::add);
        }

        private BigDecimal zero() {
            return BigDecimal.ZERO.setScale(before.totals().total().scale());
        }
    }
}
