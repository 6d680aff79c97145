package io.daybook.domain.order;

import io.daybook.domain.order.OrderView.FulfilmentStatus;
import io.daybook.domain.order.OrderView.Hold;
import io.daybook.domain.order.OrderView.Note;
import io.daybook.domain.order.OrderView.OrderPaymentStatus;
import io.daybook.domain.order.OrderView.ReturnStatus;
import io.daybook.domain.order.OrderView.Shipment;
import io.daybook.domain.order.OrderView.Totals;
import io.daybook.domain.payment.PaymentEvent;
import io.daybook.domain.payment.PaymentView;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.ShipmentId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
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
        var next = new OrderViewDraft(before, recordedAt);
        next.version++;
        apply(event, next);
        return next.view();
    }

    static OrderView evolve(OrderView before, PaymentEvent event, Instant recordedAt) {
        var next = new OrderViewDraft(before, recordedAt);
        for (int i = 0; i < next.payments.size(); i++) {
            PaymentView known = next.payments.get(i);
            if (known.paymentId().equals(event.paymentId())) {
                next.payments.set(i, PaymentView.evolve(known, event, recordedAt));
                return next.view();
            }
        }
        next.payments.add(PaymentView.evolve(null, event, recordedAt));
        return next.view();
    }

    private static void apply(OrderEvent event, OrderViewDraft next) {
        switch (event) {
            case OrderPlaced _ -> throw new IllegalStateException("an order is placed once");
            case LinesAllocated _, AllocationFailed _ -> {
                // The view counts what is promised, not what is tried.
            }
            case OrderStockReserved e -> e.reservations().forEach(line -> reserve(line, next));
            case OrderConfirmed _ -> next.status = OrderStatus.CONFIRMED;
            case OrderPaymentRequested _,
                    OrderPaymentRecorded _,
                    LatePaymentRecorded _,
                    OrderPaymentCaptured _,
                    OrderPaymentReversed _,
                    SurplusFound _ -> {
                // The payments of the view come from the payments' own events.
            }
            case OrderRejected e -> {
                next.ended(OrderStatus.REJECTED, e.detail());
                next.lines.forEach(line -> line.reserved = 0);
            }
            case OrderExpired _ -> {
                next.ended(OrderStatus.EXPIRED, "not paid in time");
                next.lines.forEach(line -> line.reserved = 0);
            }
            case OrderCancellationRequested e -> next.ended(OrderStatus.CANCELLING, e.reason());
            case OrderStockReleased _ -> next.lines.forEach(line -> line.reserved = 0);
            case OrderCancelled _ -> {
                next.status = OrderStatus.CANCELLED;
                next.lines.forEach(LineDraft::cancel);
            }
            case LinesCancelled e -> {
                e.amounts().forEach(amounts -> comesTo(amounts, next));
                e.released().forEach(line -> release(line, next));
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
            case ReturnOpened e -> next.opened(OrderReturnView.of(e, next.updatedAt));
            case OrderReturnReceived e ->
                    next.returned(e.returnId(), entry -> entry.received(e.lines()));
            case OrderReturnEnded e ->
                    next.returned(e.returnId(), entry -> entry.ended(e.returned()));
            case OrderRefundGranted e ->
                    next.returned(e.returnId(), entry -> entry.granted(e.amount().amount()));
            case ChangeProposed e -> next.proposed(ChangeView.of(e, next.updatedAt));
            case ChangeAccepted e -> next.changed(e.changeId(), ChangeStatus.APPLYING, null);
            case ChangeStockReserved _ -> {
                // Counted when the change takes effect.
            }
            case ChangeFailed e -> next.changed(e.changeId(), ChangeStatus.FAILED, e.reason());
            case ChangeWithdrawn e -> next.changed(e.changeId(), ChangeStatus.WITHDRAWN, null);
            case ChangeApplied e -> applied(e, next);
        }
    }

    private static void reserve(ReservedLine units, OrderViewDraft next) {
        next.line(units.lineId(), line -> line.reserved += units.quantity());
    }

    private static void release(ReservedLine units, OrderViewDraft next) {
        next.line(units.lineId(), line -> line.reserved -= units.quantity());
    }

    private static void comesTo(LineAmounts amounts, OrderViewDraft next) {
        next.line(amounts.lineId(), line -> line.comesTo(amounts));
    }

    private static void applied(ChangeApplied event, OrderViewDraft next) {
        for (LineChange change : event.lines()) {
            OrderLine after = change.after();
            if (change.before() == null && after != null) {
                next.lines.add(LineDraft.of(after));
            }
        }
        event.amounts().forEach(amounts -> comesTo(amounts, next));
        event.reserved().forEach(line -> reserve(line, next));
        event.released().forEach(line -> release(line, next));
        next.changed(event.changeId(), ChangeStatus.APPLIED, null);
        if (next.status == OrderStatus.COMPLETED
                && next.lines.stream().anyMatch(line -> line.shipped < line.active())) {
            next.status = OrderStatus.IN_FULFILMENT;
        }
    }

    private static void ship(LinesShipped event, OrderViewDraft next) {
        next.status = OrderStatus.IN_FULFILMENT;
        for (ReservedLine units : event.lines()) {
            release(units, next);
            next.line(units.lineId(), line -> line.shipped += units.quantity());
        }
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

    private static void deliver(ShipmentId shipmentId, OrderViewDraft next) {
        next.shipment(
                shipmentId,
                shipment -> {
                    for (LineQuantity units : shipment.lines()) {
                        next.line(units.lineId(), line -> line.delivered += units.quantity());
                    }
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
                event.lines().stream()
                        .map(line -> LineDraft.of(line).line(OrderPaymentStatus.NONE))
                        .toList(),
                totals,
                totals.total(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Money.zero(shipping.currency()).amount(),
                List.of(),
                List.of(),
                event.shippingAddress(),
                event.metadata(),
                false,
                event.expiresAt(),
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
}
