package io.daybook.domain.order;

import io.daybook.domain.order.OrderView.Line;
import io.daybook.domain.order.OrderView.OrderPaymentStatus;
import io.daybook.domain.shared.LineId;
import java.math.BigDecimal;

/** One line of a view under construction. */
final class LineDraft {

    private final Line before;
    int quantity;
    int cancelled;
    int reserved;
    int shipped;
    int delivered;
    int returnRequested;
    int returned;
    private BigDecimal unitPrice;
    private BigDecimal discount;
    private BigDecimal tax;
    private BigDecimal total;

    LineDraft(Line before) {
        this.before = before;
        this.quantity = before.quantity();
        this.cancelled = before.cancelled();
        this.reserved = before.reserved();
        this.shipped = before.shipped();
        this.delivered = before.delivered();
        this.returnRequested = before.returnRequested();
        this.returned = before.returned();
        this.unitPrice = before.unitPrice();
        this.discount = before.discount();
        this.tax = before.tax();
        this.total = before.total();
    }

    static LineDraft of(OrderLine line) {
        return new LineDraft(
                new Line(
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
                        null,
                        null,
                        null,
                        line.unitPrice().amount(),
                        line.discount().amount(),
                        line.tax().amount(),
                        line.total().amount(),
                        line.location()));
    }

    LineId lineId() {
        return before.lineId();
    }

    int active() {
        return quantity - cancelled;
    }

    BigDecimal items() {
        return unitPrice.multiply(BigDecimal.valueOf(active()));
    }

    BigDecimal discount() {
        return discount;
    }

    BigDecimal tax() {
        return tax;
    }

    /** With the whole order: what it would have come to stays to be seen. */
    void cancel() {
        cancelled = quantity;
        reserved = 0;
    }

    void comesTo(LineAmounts amounts) {
        quantity = amounts.quantity();
        cancelled = amounts.cancelled();
        unitPrice = amounts.unitPrice().amount();
        discount = amounts.discount().amount();
        tax = amounts.tax().amount();
        total = amounts.total().amount();
    }

    /** The line, with the statuses that follow from its units. */
    Line line(OrderPaymentStatus payment) {
        return new Line(
                before.lineId(),
                before.sku(),
                before.name(),
                quantity,
                cancelled,
                reserved,
                shipped,
                delivered,
                returnRequested,
                returned,
                OrderAxes.payment(payment, active(), shipped, returned),
                OrderAxes.fulfilment(active(), shipped, delivered),
                OrderAxes.returned(shipped, returnRequested, returned),
                unitPrice,
                discount,
                tax,
                total,
                before.location());
    }
}
