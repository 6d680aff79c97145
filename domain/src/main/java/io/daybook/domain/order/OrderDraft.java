package io.daybook.domain.order;

import io.daybook.domain.order.OrderState.Hold;
import io.daybook.domain.order.OrderState.Placed;
import io.daybook.domain.order.OrderState.Shipment;
import io.daybook.domain.shared.ChangeId;
import io.daybook.domain.shared.CustomerId;
import io.daybook.domain.shared.HoldId;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.NoteId;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.ShipmentId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A state under construction: one event changes a few of its many parts. */
final class OrderDraft {

    private final Placed before;
    private CustomerId customerId;
    private OrderStatus status;
    private String reason;
    private List<LineState> lines;
    private OrderStock stock;
    private OrderMoney money;
    private Map<ShipmentId, Shipment> shipments;
    private Map<HoldId, Hold> holds;
    private Map<NoteId, Integer> notes;
    private OrderReturns returns;
    private OrderChanges changes;
    private boolean archived;

    OrderDraft(Placed before) {
        this.before = before;
        this.customerId = before.customerId();
        this.status = before.status();
        this.reason = before.reason();
        this.lines = before.lines();
        this.stock = before.stock();
        this.money = before.money();
        this.shipments = before.shipments();
        this.holds = before.holds();
        this.notes = before.notes();
        this.returns = before.returns();
        this.changes = before.changes();
        this.archived = before.archived();
    }

    void apply(OrderEvent event) {
        switch (event) {
            case OrderPlaced _ -> throw new IllegalStateException("an order is placed once");
            case LinesAllocated e -> stock = stock.allocated(e.attempt(), e.reservations());
            case AllocationFailed _ -> stock = stock.allocationFailed();
            case OrderStockReserved e -> stock = stock.secured(e.reservations());
            case OrderPaymentRequested e -> money = money.requested(e.paymentId(), before.zero());
            case OrderPaymentRecorded e -> money = money.recorded(e.paymentId(), e.authorised());
            case LatePaymentRecorded e -> money = money.recorded(e.paymentId(), e.authorised());
            case OrderPaymentCaptured e ->
                    money =
                            money.changed(
                                    e.paymentId(),
                                    held -> held.capturedByHand(e.operationId(), e.amount()));
            case OrderPaymentReversed e -> reversed(e.paymentId());
            case SurplusFound e ->
                    e.payments().forEach(id -> money = money.changed(id, OrderMoney.Held::trimmed));
            case OrderConfirmed _ -> status = OrderStatus.CONFIRMED;
            case OrderRejected _ -> ended(OrderStatus.REJECTED);
            case OrderExpired _ -> ended(OrderStatus.EXPIRED);
            case OrderCancellationRequested e -> {
                ended(OrderStatus.CANCELLING);
                reason = e.reason();
            }
            case OrderStockReleased _ -> stock = stock.givenBack();
            case OrderCancelled _ -> status = OrderStatus.CANCELLED;
            case LinesCancelled e -> cancel(e);
            case LinesShipped e -> ship(e);
            case ShipmentDelivered e -> shipment(e.shipmentId(), Shipment::arrived);
            case DeliveryFailed e ->
                    shipment(e.shipmentId(), shipment -> shipment.failed(e.reason()));
            case OrderCompleted _ -> status = OrderStatus.COMPLETED;
            case OrderClosed _ -> status = OrderStatus.CLOSED;
            case HoldPlaced e -> hold(e.holdId(), new Hold(e.reason(), true));
            case HoldReleased e -> release(e.holdId());
            case NoteAdded e -> {
                notes = new HashMap<>(notes);
                notes.put(e.noteId(), e.text().hashCode());
            }
            case CustomerTransferred e -> customerId = e.customerId();
            case OrderArchived _ -> archived = true;
            case ReturnOpened e -> returns = returns.opened(e);
            case OrderReturnReceived e ->
                    returns = returns.changed(e.returnId(), r -> r.received(e.lines()));
            case OrderReturnEnded e ->
                    returns = returns.changed(e.returnId(), r -> r.ended(e.returned()));
            case OrderRefundGranted e -> returns = returns.changed(e.returnId(), r -> r.granted(e));
            case ChangeProposed e -> changes = changes.proposed(e);
            case ChangeAccepted e -> changes = changes.accepted(e);
            case ChangeStockReserved _ -> changes = changes.stockReserved();
            case ChangeFailed e -> given(e.changeId(), ChangeStatus.FAILED);
            case ChangeWithdrawn e -> given(e.changeId(), ChangeStatus.WITHDRAWN);
            case ChangeApplied e -> change(e);
        }
    }

    private void ended(OrderStatus how) {
        status = how;
        changes = changes.dropped();
    }

    private void reversed(PaymentId paymentId) {
        money = money.changed(paymentId, OrderMoney.Held::reversed);
    }

    private void given(ChangeId changeId, ChangeStatus how) {
        changes = changes.ended(changeId, how);
        reversed(PaymentId.forChange(changeId));
    }

    private void hold(HoldId holdId, Hold hold) {
        holds = new LinkedHashMap<>(holds);
        holds.put(holdId, hold);
    }

    private void release(HoldId holdId) {
        holds = new LinkedHashMap<>(holds);
        holds.computeIfPresent(holdId, (_, hold) -> hold.released());
    }

    private void cancel(LinesCancelled event) {
        line(units(event.lines()), LineState::cancel);
        stock = stock.minus(event.released());
        money = money.refunded(event.refunds());
        changes = changes.cancelled(event);
    }

    private void ship(LinesShipped event) {
        status = OrderStatus.IN_FULFILMENT;
        var shipped = new HashMap<LineId, Integer>();
        event.lines().forEach(line -> shipped.merge(line.lineId(), line.quantity(), Integer::sum));
        line(shipped, LineState::ship);
        stock = stock.minus(event.lines());
        money = money.captured(event.captured());
        shipments = new LinkedHashMap<>(shipments);
        shipments.put(event.shipmentId(), new Shipment(event.lines(), event.amount(), false, null));
    }

    private static Map<LineId, Integer> units(List<LineQuantity> lines) {
        var units = new HashMap<LineId, Integer>();
        lines.forEach(line -> units.merge(line.lineId(), line.quantity(), Integer::sum));
        return units;
    }

    /** What to do with a number of units of a line. */
    @FunctionalInterface
    private interface Step {
        LineState of(LineState line, int units);
    }

    private void line(Map<LineId, Integer> units, Step step) {
        lines =
                lines.stream()
                        .map(line -> {
                            Integer n = units.get(line.lineId());
                            return n == null ? line : step.of(line, n);
                        })
                        .toList();
    }

    private void change(ChangeApplied event) {
        lines = ChangedLines.of(lines, event.lines());
        stock = stock.plus(event.reserved()).minus(event.released());
        money = money.refunded(event.refunds()).captured(event.captures());
        changes = changes.ended(event.changeId(), ChangeStatus.APPLIED);
        if (status == OrderStatus.COMPLETED && lines.stream().anyMatch(line -> line.open() > 0)) {
            status = OrderStatus.IN_FULFILMENT;
        }
    }

    private void shipment(ShipmentId shipmentId, UnaryOperator<Shipment> change) {
        shipments = new LinkedHashMap<>(shipments);
        shipments.computeIfPresent(shipmentId, (_, shipment) -> change.apply(shipment));
    }

    Placed state() {
        return new Placed(
                before.id(),
                customerId,
                status,
                reason,
                lines,
                before.shippingFee(),
                before.terms(),
                before.expiresAt(),
                stock,
                money,
                shipments,
                holds,
                notes,
                returns,
                changes,
                archived,
                before.version() + 1);
    }
}
