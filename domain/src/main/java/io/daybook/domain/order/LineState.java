package io.daybook.domain.order;

import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Money;

/**
 * One line as cancellations, changes and shipments have left it.
 *
 * @param line as it was placed, or changed since
 */
record LineState(OrderLine line, int cancelled, int shipped) {

    LineId lineId() {
        return line.lineId();
    }

    /** Units that were ordered and not cancelled. */
    int active() {
        return line.quantity() - cancelled;
    }

    /** Units that are still to be shipped. */
    int open() {
        return active() - shipped;
    }

    LineState cancel(int units) {
        return new LineState(line, cancelled + units, shipped);
    }

    LineState ship(int units) {
        return new LineState(line, cancelled, shipped + units);
    }

    /** What the customer pays for the active units. */
    Money total() {
        LineAmounts amounts = amounts();
        return line.unitPrice().times(active()).minus(amounts.discount()).plus(amounts.tax());
    }

    /** The discount shrinks with the units; the tax is rounded half up once per line. */
    LineAmounts amounts() {
        Money items = line.unitPrice().times(active());
        Money discount = line.discount().share(active(), line.quantity());
        Money net = items.minus(discount);
        Money tax = Money.rounded(net.amount().multiply(line.taxRate()), net.currency());
        return new LineAmounts(
                lineId(),
                line.quantity(),
                cancelled,
                line.unitPrice(),
                discount,
                tax,
                net.plus(tax));
    }

    /**
     * What the first {@code units} active units cost; cumulative, so that parts always add up to
     * the total.
     */
    Money valueOf(int units) {
        return units == 0
                ? Money.zero(line.unitPrice().currency())
                : total().share(units, active());
    }
}
