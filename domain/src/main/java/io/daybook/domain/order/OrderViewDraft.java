package io.daybook.domain.order;

import io.daybook.domain.order.OrderView.FulfilmentStatus;
import io.daybook.domain.order.OrderView.Hold;
import io.daybook.domain.order.OrderView.Line;
import io.daybook.domain.order.OrderView.Note;
import io.daybook.domain.order.OrderView.OrderPaymentStatus;
import io.daybook.domain.order.OrderView.ReturnStatus;
import io.daybook.domain.order.OrderView.Shipment;
import io.daybook.domain.order.OrderView.Totals;
import io.daybook.domain.payment.PaymentView;
import io.daybook.domain.shared.ChangeId;
import io.daybook.domain.shared.CustomerId;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.ReturnId;
import io.daybook.domain.shared.ShipmentId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A view under construction: one event changes a few of its many parts. */
final class OrderViewDraft {

    final Instant updatedAt;
    final List<LineDraft> lines;
    final List<PaymentView> payments;
    final List<Shipment> shipments;
    final List<Hold> holds;
    final List<Note> notes;
    CustomerId customerId;
    OrderStatus status;
    @Nullable String statusReason;
    boolean archived;
    long version;
    private final OrderView before;
    private final List<OrderReturnView> returns;
    private final List<ChangeView> changes;

    OrderViewDraft(OrderView before, Instant updatedAt) {
        this.before = before;
        this.updatedAt = updatedAt;
        this.lines = new ArrayList<>(before.lines().stream().map(LineDraft::new).toList());
        this.payments = new ArrayList<>(before.payments());
        this.shipments = new ArrayList<>(before.shipments());
        this.holds = new ArrayList<>(before.holds());
        this.notes = new ArrayList<>(before.notes());
        this.returns = new ArrayList<>(before.returns());
        this.changes = new ArrayList<>(before.changes());
        this.customerId = before.customerId();
        this.status = before.status();
        this.statusReason = before.statusReason();
        this.archived = before.archived();
        this.version = before.version();
    }

    void ended(OrderStatus how, @Nullable String reason) {
        status = how;
        statusReason = reason;
        changes(ChangeView::open, change -> change.now(ChangeStatus.WITHDRAWN, null, updatedAt));
    }

    void line(LineId lineId, Consumer<LineDraft> change) {
        lines.stream().filter(line -> line.lineId().equals(lineId)).forEach(change);
    }

    void shipment(ShipmentId shipmentId, UnaryOperator<Shipment> change) {
        shipments.replaceAll(shipment ->
                shipment.shipmentId().equals(shipmentId) ? change.apply(shipment) : shipment);
    }

    void opened(OrderReturnView entry) {
        returns.add(entry);
        countReturns();
    }

    void returned(ReturnId returnId, UnaryOperator<OrderReturnView> change) {
        returns.replaceAll(
                entry -> entry.returnId().equals(returnId) ? change.apply(entry) : entry);
        countReturns();
    }

    private void countReturns() {
        for (LineDraft line : lines) {
            line.returnRequested = sum(returns, entry -> entry.requested(line.lineId()));
            line.returned = sum(returns, entry -> entry.back(line.lineId()));
        }
    }

    void proposed(ChangeView change) {
        changes.add(change);
    }

    void changed(ChangeId changeId, ChangeStatus how, @Nullable String why) {
        Instant when = how == ChangeStatus.APPLYING ? null : updatedAt;
        changes(change -> change.changeId().equals(changeId), change -> change.now(how, why, when));
    }

    private void changes(Predicate<ChangeView> which, UnaryOperator<ChangeView> change) {
        changes.replaceAll(known -> which.test(known) ? change.apply(known) : known);
    }

    OrderView view() {
        Totals totals = totals();
        OrderPaymentStatus payment = OrderAxes.payment(payments, totals.total());
        List<Line> finished = lines.stream().map(line -> line.line(payment)).toList();
        BigDecimal granted = granted();
        return new OrderView(
                before.orderId(),
                before.reference(),
                customerId,
                status,
                payment,
                fulfilment(),
                returned(),
                before.currency(),
                finished,
                totals,
                balance(totals, granted),
                statusReason,
                holds,
                notes,
                payments,
                shipments,
                granted,
                returns,
                changes,
                before.shippingAddress(),
                before.metadata(),
                archived,
                before.expiresAt(),
                before.placedAt(),
                updatedAt,
                version);
    }

    private Totals totals() {
        if (status == OrderStatus.CANCELLED) {
            return before.totals();
        }
        BigDecimal items = sum(LineDraft::items);
        BigDecimal discount = sum(LineDraft::discount);
        BigDecimal tax = sum(LineDraft::tax);
        BigDecimal shipping = before.totals().shipping();
        return new Totals(
                items, discount, tax, shipping, items.subtract(discount).add(tax).add(shipping));
    }

    private BigDecimal sum(Function<LineDraft, BigDecimal> part) {
        return lines.stream().map(part).reduce(zero(), BigDecimal::add);
    }

    private BigDecimal balance(Totals totals, BigDecimal granted) {
        boolean nothingOwed =
                switch (status) {
                    case REJECTED, CANCELLED, EXPIRED -> true;
                    case PLACED, CONFIRMED, IN_FULFILMENT, COMPLETED, CLOSED, CANCELLING -> false;
                };
        return (nothingOwed ? zero() : totals.total())
                .subtract(granted)
                .subtract(OrderAxes.sum(payments, PaymentView::captured))
                .add(OrderAxes.sum(payments, PaymentView::refunded))
                .add(OrderAxes.sum(payments, PaymentView::chargedBack));
    }

    private BigDecimal granted() {
        return returns.stream()
                .map(OrderReturnView::refundGranted)
                .filter(Objects::nonNull)
                .reduce(zero(), BigDecimal::add);
    }

    private FulfilmentStatus fulfilment() {
        return OrderAxes.fulfilment(
                sum(lines, LineDraft::active),
                sum(lines, line -> line.shipped),
                sum(lines, line -> line.delivered));
    }

    private ReturnStatus returned() {
        return OrderAxes.returned(
                sum(lines, line -> line.shipped),
                sum(lines, line -> line.returnRequested),
                sum(lines, line -> line.returned));
    }

    private static <T> int sum(List<T> all, ToIntFunction<T> part) {
        return all.stream().mapToInt(part).sum();
    }

    private BigDecimal zero() {
        return BigDecimal.ZERO.setScale(before.totals().total().scale());
    }
}
