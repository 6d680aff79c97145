package io.daybook.domain.order;

import static io.daybook.domain.shared.Decision.accepted;
import static io.daybook.domain.shared.Decision.nothingToDo;
import static io.daybook.domain.shared.Decision.refused;

import io.daybook.domain.order.OrderReturns.Entry;
import io.daybook.domain.order.OrderState.Placed;
import io.daybook.domain.shared.Decision;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.ReturnId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an order answers to its returns: it keeps count, the returns decide. */
final class ReturnDecisions {

    private ReturnDecisions() {}

    static Decision<OrderEvent, OrderRejection> open(OpenReturn command, Placed order) {
        Map<LineId, Long> wanted = LineQuantity.summed(command.lines());
        Entry known = order.returns().entries().get(command.returnId());
        if (known != null) {
            return known.kind() == command.kind()
                            && wanted.equals(requested(known))
                            && known.opened().termsOrNone().equals(command.terms())
                    ? nothingToDo()
                    : refused(new OrderRejection.ReturnDiffers(command.returnId()));
        }
        if (order.status() != OrderStatus.IN_FULFILMENT
                && order.status() != OrderStatus.COMPLETED) {
            return refused(new OrderRejection.WrongStatus("OpenReturn", order.status()));
        }
        var lines = new ArrayList<ReturnableLine>();
        for (var entry : wanted.entrySet()) {
            LineState line = order.line(entry.getKey()).orElse(null);
            if (line == null) {
                return refused(new OrderRejection.UnknownLine(entry.getKey()));
            }
            int returnable = line.shipped() - order.returns().units(line.lineId());
            if (entry.getValue() > returnable) {
                return refused(
                        new OrderRejection.ExceedsReturnable(
                                line.lineId(), entry.getValue(), returnable));
            }
            lines.add(returnable(line, Math.toIntExact(entry.getValue()), order.returns()));
        }
        return accepted(
                new ReturnOpened(
                        order.id(),
                        command.returnId(),
                        command.kind(),
                        lines,
                        command.requestedAt(),
                        command.terms()));
    }

    /** A share of what is left, so that the last unit takes the last cent and no more. */
    private static ReturnableLine returnable(LineState state, int units, OrderReturns returns) {
        OrderLine line = state.line();
        int left = state.active() - returns.units(line.lineId());
        Money paid = returns.unreturned(line.lineId(), state.total()).share(units, left);
        return new ReturnableLine(
                line.lineId(), line.sku(), line.location(), units, paid.share(1, units), paid);
    }

    private static Map<LineId, Long> requested(Entry entry) {
        return entry.lines().stream()
                .collect(Collectors.toMap(ReturnableLine::lineId, line -> (long) line.quantity()));
    }

    static Decision<OrderEvent, OrderRejection> received(
            RecordReturnReceived command, Placed order) {
        Entry entry = order.returns().entries().get(command.returnId());
        if (entry == null) {
            return refused(new OrderRejection.UnknownReturn(command.returnId()));
        }
        List<LineQuantity> lines = merged(command.lines());
        if (lines.equals(entry.received())) {
            return nothingToDo();
        }
        if (entry.settled() != null) {
            return refused(new OrderRejection.ReturnEnded(command.returnId()));
        }
        Optional<OrderRejection> refusal = refusal(lines, entry);
        return refusal.isPresent()
                ? refused(refusal.get())
                : accepted(new OrderReturnReceived(order.id(), command.returnId(), lines));
    }

    static Decision<OrderEvent, OrderRejection> ended(RecordReturnEnded command, Placed order) {
        Entry entry = order.returns().entries().get(command.returnId());
        if (entry == null) {
            return refused(new OrderRejection.UnknownReturn(command.returnId()));
        }
        List<LineQuantity> lines = merged(command.returned());
        if (entry.settled() != null) {
            return lines.equals(entry.settled())
                    ? nothingToDo()
                    : refused(new OrderRejection.ReturnEnded(command.returnId()));
        }
        Optional<OrderRejection> refusal = refusal(lines, entry);
        return refusal.isPresent()
                ? refused(refusal.get())
                : accepted(new OrderReturnEnded(order.id(), command.returnId(), lines));
    }

    private static List<LineQuantity> merged(List<LineQuantity> lines) {
        return LineQuantity.summed(lines).entrySet().stream()
                .filter(line -> line.getValue() > 0)
                .map(line -> new LineQuantity(line.getKey(), Math.toIntExact(line.getValue())))
                .toList();
    }

    private static Optional<OrderRejection> refusal(List<LineQuantity> lines, Entry entry) {
        for (LineQuantity line : lines) {
            int requested = entry.line(line.lineId()).map(ReturnableLine::quantity).orElse(0);
            if (line.quantity() > requested) {
                return Optional.of(
                        new OrderRejection.ExceedsReturnable(
                                line.lineId(), line.quantity(), requested));
            }
        }
        return Optional.empty();
    }

    static Decision<OrderEvent, OrderRejection> grant(GrantRefund command, Placed order) {
        ReturnId returnId = command.returnId();
        Entry entry = order.returns().entries().get(returnId);
        if (entry == null) {
            return refused(new OrderRejection.UnknownReturn(returnId));
        }
        Money total = order.total();
        if (!command.amount().currency().equals(total.currency())) {
            return refused(
                    new OrderRejection.OtherCurrency(
                            command.amount().currency().getCurrencyCode(),
                            total.currency().getCurrencyCode()));
        }
        Money zero = Money.zero(total.currency());
        OrderRefundGranted known = entry.granted();
        if (command.amount().equals(known == null ? zero : known.amount())
                || (known != null && known.covers(command.asOf()))) {
            return nothingToDo();
        }
        Money grantable = total.minus(order.returns().grantedBeside(returnId, zero));
        return command.amount().compareTo(grantable) > 0
                ? refused(new OrderRejection.ExceedsTotal(command.amount(), grantable))
                : accepted(
                        new OrderRefundGranted(
                                order.id(), returnId, command.amount(), command.asOf()));
    }
}
