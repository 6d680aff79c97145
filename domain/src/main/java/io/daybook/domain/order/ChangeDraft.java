package io.daybook.domain.order;

import io.daybook.domain.order.OrderState.Placed;
import io.daybook.domain.shared.ChangeId;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.ReservationId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From what a caller wants changed to lines before and after, and what that means for stock. */
final class ChangeDraft {

    private ChangeDraft() {}

    /** What came of a wish. */
    sealed interface Drafted {
        record Lines(List<LineChange> lines) implements Drafted {}

        record Refused(OrderRejection rejection) implements Drafted {}
    }

    static Drafted of(ProposeChange command, Placed order) {
        var lines = new ArrayList<LineChange>();
        for (LineEdit edit : command.edited()) {
            LineState line = order.line(edit.lineId()).orElse(null);
            if (line == null) {
                return new Drafted.Refused(new OrderRejection.UnknownLine(edit.lineId()));
            }
            lines.add(new LineChange(line.lineId(), line.line(), edited(line.line(), edit)));
        }
        for (LineId lineId : command.removed()) {
            LineState line = order.line(lineId).orElse(null);
            if (line == null) {
                return new Drafted.Refused(new OrderRejection.UnknownLine(lineId));
            }
            lines.add(new LineChange(lineId, line.line(), null));
        }
        int number = nextNumber(order);
        for (NewLine added : command.added()) {
            LineId lineId = new LineId(Integer.toString(number++));
            lines.add(new LineChange(lineId, null, line(lineId, added)));
        }
        lines.removeIf(change -> isNoChange(change, order));
        if (lines.isEmpty()) {
            return new Drafted.Refused(new ChangeRejection.NothingToChange(command.changeId()));
        }
        return refusal(lines, order)
                .<Drafted>map(Drafted.Refused::new)
                .orElseGet(() -> new Drafted.Lines(List.copyOf(lines)));
    }

    private static boolean isNoChange(LineChange change, Placed order) {
        OrderLine after = change.after();
        return after == null
                ? order.line(change.lineId()).stream().allMatch(line -> line.active() == 0)
                : after.equals(change.before());
    }

    /** The same wish on the lines as they are now. */
    static List<LineChange> onto(List<LineChange> lines, Placed order) {
        return lines.stream()
                .map(change ->
                        new LineChange(
                                change.lineId(),
                                order.line(change.lineId()).map(LineState::line).orElse(null),
                                change.after()))
                .toList();
    }

    private static OrderLine edited(OrderLine line, LineEdit edit) {
        return new OrderLine(
                line.lineId(),
                line.sku(),
                line.name(),
                orElse(edit.quantity(), line.quantity()),
                orElse(edit.unitPrice(), line.unitPrice()),
                orElse(edit.discount(), line.discount()),
                line.taxRate(),
                line.location());
    }

    private static <T> T orElse(@Nullable T wanted, T known) {
        return wanted == null ? known : wanted;
    }

    private static OrderLine line(LineId lineId, NewLine added) {
        return new OrderLine(
                lineId,
                added.sku(),
                added.name(),
                added.quantity(),
                added.unitPrice(),
                added.discount(),
                added.taxRate(),
                added.location());
    }

    private static int nextNumber(Placed order) {
        return 1
                + order.lines().stream()
                        .map(line -> line.lineId().value())
                        .filter(id -> id.matches("[0-9]{1,9}"))
                        .mapToInt(Integer::parseInt)
                        .max()
                        .orElse(0);
    }

    /** Why the lines cannot become so. */
    static Optional<OrderRejection> refusal(List<LineChange> lines, Placed order) {
        Optional<OrderRejection> currency = otherCurrency(lines, order.zero().currency());
        if (currency.isPresent()) {
            return currency; // nothing can be computed with it
        }
        if (isTooLarge(lines, order)) {
            return Optional.of(new ChangeRejection.TotalTooLarge(order.id()));
        }
        var seen = new HashSet<LineId>();
        for (LineChange change : lines) {
            if (!seen.add(change.lineId())) {
                return Optional.of(new ChangeRejection.LineNamedTwice(change.lineId()));
            }
            Optional<OrderRejection> refusal = refusal(change, order);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private static Optional<OrderRejection> otherCurrency(
            List<LineChange> lines, Currency currency) {
        for (LineChange change : lines) {
            OrderLine after = change.after();
            if (after != null) {
                for (Money price : List.of(after.unitPrice(), after.discount())) {
                    if (!price.currency().equals(currency)) {
                        return Optional.of(
                                new OrderRejection.OtherCurrency(
                                        price.currency().getCurrencyCode(),
                                        currency.getCurrencyCode()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isTooLarge(List<LineChange> lines, Placed order) {
        try {
            Money sum = order.shippingFee();
            for (LineChange change : lines) {
                OrderLine after = change.after();
                sum = after == null ? sum : sum.plus(after.items()).plus(after.tax());
            }
            return sum.plus(order.total()).isNegative();
        } catch (IllegalArgumentException _) {
            return true;
        }
    }

    private static Optional<OrderRejection> refusal(LineChange change, Placed order) {
        OrderLine after = change.after();
        LineState line = order.line(change.lineId()).orElse(null);
        int least = line == null ? 0 : line.cancelled() + line.shipped();
        if (after == null) {
            return line != null && line.shipped() > 0
                    ? Optional.of(new ChangeRejection.BelowShipped(line.lineId(), 0, least))
                    : Optional.empty();
        }
        if (after.quantity() < least) {
            return Optional.of(
                    new ChangeRejection.BelowShipped(change.lineId(), after.quantity(), least));
        }
        if (after.discount().compareTo(after.items()) > 0) {
            return Optional.of(new OrderRejection.DiscountTooLarge(change.lineId()));
        }
        return line != null
                        && order.returns().units(line.lineId()) > 0
                        && !samePrice(line.line(), after)
                ? Optional.of(new ChangeRejection.LineReturned(line.lineId()))
                : Optional.empty();
    }

    private static boolean samePrice(OrderLine before, OrderLine after) {
        return before.unitPrice().equals(after.unitPrice())
                && before.discount().equals(after.discount());
    }

    /** The units that the change needs beyond those that are promised. */
    static List<ReservedLine> additional(ChangeId changeId, List<LineChange> lines, Placed order) {
        var result = new ArrayList<ReservedLine>();
        for (LineChange change : lines) {
            OrderLine after = change.after();
            int more = after == null ? 0 : delta(change, order);
            if (after != null && more > 0) {
                result.add(
                        new ReservedLine(
                                change.lineId(),
                                after.sku(),
                                after.location(),
                                ReservationId.forChange(changeId, change.lineId().value()),
                                more));
            }
        }
        return result;
    }

    /** The promised units that the change does not need. */
    static List<ReservedLine> given(List<LineChange> lines, Placed order) {
        return lines.stream()
                .flatMap(change -> {
                    int fewer = -delta(change, order);
                    return order.stock().last(change.lineId(), Math.max(0, fewer)).stream();
                })
                .toList();
    }

    /** Units more or fewer than now; a price alone moves none. */
    private static int delta(LineChange change, Placed order) {
        OrderLine after = change.after();
        int now = order.line(change.lineId()).map(LineState::active).orElse(0);
        int cancelled = order.line(change.lineId()).map(LineState::cancelled).orElse(0);
        return (after == null ? 0 : after.quantity() - cancelled) - now;
    }
}
