package io.daybook.domain.order;

import static io.daybook.domain.shared.Decision.accepted;
import static io.daybook.domain.shared.Decision.nothingToDo;
import static io.daybook.domain.shared.Decision.refused;

import io.daybook.domain.order.OrderState.Placed;
import io.daybook.domain.shared.Decision;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.PaymentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Withdrawing an order, or a part of it, without leaving stock or money behind. */
final class CancellationDecisions {

    private CancellationDecisions() {}

    static Decision<OrderEvent, OrderRejection> cancel(String reason, Placed order) {
        return switch (order.status()) {
            case PLACED, CONFIRMED -> {
                var change = order.changes().underway();
                yield change != null
                        ? refused(new ChangeRejection.ChangeUnderway(change.id()))
                        : accepted(requested(reason, order));
            }
            case CANCELLING, CANCELLED -> nothingToDo();
            case IN_FULFILMENT, COMPLETED, CLOSED, REJECTED, EXPIRED ->
                    refused(new OrderRejection.WrongStatus("CancelOrder", order.status()));
        };
    }

    private static OrderCancellationRequested requested(String reason, Placed order) {
        return new OrderCancellationRequested(
                order.id(), reason, order.stock().open(), order.money().live());
    }

    static Decision<OrderEvent, OrderRejection> cancelLines(CancelLines command, Placed order) {
        List<LineQuantity> known = order.changes().cancellations().get(command.cancellationId());
        if (known != null) {
            return LineQuantity.summed(known).equals(LineQuantity.summed(command.lines()))
                    ? nothingToDo()
                    : refused(
                            new OrderRejection.IdReused(
                                    "cancellation", command.cancellationId().value()));
        }
        return switch (order.status()) {
            case PLACED, CONFIRMED, IN_FULFILMENT -> {
                var change = order.changes().underway();
                if (change != null) {
                    yield refused(new ChangeRejection.ChangeUnderway(change.id()));
                }
                yield order.stock().reserved()
                        ? cancelled(command, order)
                        : refused(new FulfilmentRejection.StockNotSecured(order.id()));
            }
            case COMPLETED, CLOSED, REJECTED, EXPIRED, CANCELLING, CANCELLED ->
                    refused(new OrderRejection.WrongStatus("CancelLines", order.status()));
        };
    }

    private static Decision<OrderEvent, OrderRejection> cancelled(
            CancelLines command, Placed order) {
        Map<LineId, Long> wanted = LineQuantity.summed(command.lines());
        var lines = new ArrayList<LineQuantity>();
        var released = new ArrayList<ReservedLine>();
        for (var entry : wanted.entrySet()) {
            LineState line = order.line(entry.getKey()).orElse(null);
            if (line == null) {
                return refused(new OrderRejection.UnknownLine(entry.getKey()));
            }
            if (entry.getValue() > line.open()) {
                return refused(
                        new OrderRejection.ExceedsOpen(
                                line.lineId(), entry.getValue(), line.open()));
            }
            int units = Math.toIntExact(entry.getValue());
            lines.add(new LineQuantity(line.lineId(), units));
            released.addAll(order.stock().last(line.lineId(), units));
        }
        Placed left = order.with(without(lines, order));
        boolean nothingLeft = order.shipments().isEmpty() && left.allShipped();
        var cancelled =
                new LinesCancelled(
                        order.id(),
                        command.cancellationId(),
                        command.reason(),
                        lines,
                        amounts(lines, left),
                        released,
                        nothingLeft ? List.of() : overpaid(left));
        // The end of the order gives all of its money back.
        return nothingLeft
                ? accepted(cancelled, requested(command.reason(), order.after(cancelled)))
                : Progress.after(order, cancelled);
    }

    private static List<LineState> without(List<LineQuantity> units, Placed order) {
        return order.lines().stream()
                .map(line -> line.cancel(LineQuantity.of(line.lineId(), units)))
                .toList();
    }

    private static List<LineAmounts> amounts(List<LineQuantity> lines, Placed left) {
        return lines.stream()
                .flatMap(line -> left.line(line.lineId()).stream())
                .map(LineState::amounts)
                .toList();
    }

    /** What to give back because more is captured than the order comes to. */
    static List<PaymentShare> overpaid(Placed order) {
        Money over = order.money().kept(order.zero()).minus(order.total());
        return over.isPositive() ? order.money().refunds(over) : List.of();
    }

    static Decision<OrderEvent, OrderRejection> stockReleased(Placed order) {
        if (order.stock().released() || order.status() != OrderStatus.CANCELLING) {
            return nothingToDo();
        }
        var released = new OrderStockReleased(order.id());
        return order.money().live().isEmpty()
                ? accepted(released, new OrderCancelled(order.id(), order.reason()))
                : accepted(released);
    }

    static Decision<OrderEvent, OrderRejection> paymentReversed(PaymentId paymentId, Placed order) {
        if (!order.money().isLive(paymentId)) {
            return nothingToDo();
        }
        Instant due = order.status() == OrderStatus.PLACED ? order.expiresAt() : null;
        var reversed = new OrderPaymentReversed(order.id(), paymentId, due);
        boolean last = order.money().live().equals(List.of(paymentId));
        // Outside a cancellation it only matters that later shipments do not count on this payment.
        boolean cancelling = order.status() == OrderStatus.CANCELLING;
        return cancelling && order.stock().released() && last
                ? accepted(reversed, new OrderCancelled(order.id(), order.reason()))
                : accepted(reversed);
    }
}
