package io.daybook.domain.order;

import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.ReturnId;
import io.daybook.domain.shared.ReturnKind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The returns, exchanges and claims of an order, as far as the order counts them. */
record OrderReturns(Map<ReturnId, Entry> entries) {

    /**
     * One of them.
     *
     * @param received everything that has arrived so far
     * @param settled what it ended with; {@code null} while it is open
     * @param granted what the customer need not pay because of it; {@code null} for nothing yet
     */
    record Entry(
            ReturnOpened opened,
            List<LineQuantity> received,
            @Nullable List<LineQuantity> settled,
            @Nullable OrderRefundGranted granted) {

        ReturnKind kind() {
            return opened.kind();
        }

        List<ReturnableLine> lines() {
            return opened.lines();
        }

        /** Units of the line that no other return may take. */
        int units(LineId lineId) {
            List<LineQuantity> counted = settled;
            return counted == null
                    ? line(lineId).map(ReturnableLine::quantity).orElse(0)
                    : LineQuantity.of(lineId, counted);
        }

        /** What the customer paid for {@link #units}. */
        Optional<Money> paid(LineId lineId) {
            return line(lineId).map(line -> line.paid().share(units(lineId), line.quantity()));
        }

        Optional<ReturnableLine> line(LineId lineId) {
            return lines().stream().filter(line -> line.lineId().equals(lineId)).findFirst();
        }

        Entry received(List<LineQuantity> now) {
            return new Entry(opened, now, settled, granted);
        }

        Entry ended(List<LineQuantity> with) {
            return new Entry(opened, received, with, granted);
        }

        Entry granted(OrderRefundGranted event) {
            return new Entry(opened, received, settled, event);
        }
    }

    static final OrderReturns NONE = new OrderReturns(Map.of());

    OrderReturns {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    int open() {
        return Math.toIntExact(
                entries.values().stream().filter(entry -> entry.settled == null).count());
    }

    int units(LineId lineId) {
        return entries.values().stream().mapToInt(entry -> entry.units(lineId)).sum();
    }

    /** What is left of the price of a line after all returns of it so far. */
    Money unreturned(LineId lineId, Money price) {
        return entries.values().stream()
                .flatMap(entry -> entry.paid(lineId).stream())
                .reduce(price, Money::minus);
    }

    /** What the customer need not pay because of all returns but one. */
    Money grantedBeside(ReturnId returnId, Money zero) {
        Money sum = zero;
        for (var entry : entries.entrySet()) {
            OrderRefundGranted granted = entry.getValue().granted;
            if (granted != null && !entry.getKey().equals(returnId)) {
                sum = sum.plus(granted.amount());
            }
        }
        return sum;
    }

    OrderReturns opened(ReturnOpened event) {
        return with(event.returnId(), new Entry(event, List.of(), null, null));
    }

    OrderReturns changed(ReturnId returnId, UnaryOperator<Entry> change) {
        Entry entry = entries.get(returnId);
        return entry == null ? this : with(returnId, change.apply(entry));
    }

    private OrderReturns with(ReturnId returnId, Entry entry) {
        var more = new LinkedHashMap<>(entries);
        more.put(returnId, entry);
        return new OrderReturns(more);
    }
}
