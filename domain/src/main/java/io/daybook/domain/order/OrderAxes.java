package io.daybook.domain.order;

import io.daybook.domain.order.OrderView.FulfilmentStatus;
import io.daybook.domain.order.OrderView.OrderPaymentStatus;
import io.daybook.domain.order.OrderView.ReturnStatus;
import io.daybook.domain.payment.PaymentView;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** The statuses that follow from quantities and amounts, of an order and of each line. */
final class OrderAxes {

    private OrderAxes() {}

    static OrderPaymentStatus payment(List<PaymentView> payments, BigDecimal total) {
        if (sum(payments, PaymentView::disputed).signum() > 0) {
            return OrderPaymentStatus.DISPUTED;
        }
        BigDecimal captured = sum(payments, PaymentView::captured);
        BigDecimal back =
                sum(payments, PaymentView::refunded).add(sum(payments, PaymentView::chargedBack));
        if (back.signum() > 0) {
            return back.compareTo(captured) >= 0
                    ? OrderPaymentStatus.REFUNDED
                    : OrderPaymentStatus.PARTLY_REFUNDED;
        }
        if (captured.signum() > 0) {
            return captured.compareTo(total) >= 0
                    ? OrderPaymentStatus.CAPTURED
                    : OrderPaymentStatus.PARTLY_CAPTURED;
        }
        return sum(payments, PaymentView::authorised).compareTo(sum(payments, PaymentView::voided))
                        > 0
                ? OrderPaymentStatus.AUTHORISED
                : OrderPaymentStatus.NONE;
    }

    static BigDecimal sum(List<PaymentView> payments, Function<PaymentView, BigDecimal> part) {
        return payments.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * Money is captured for what ships: a line is as far as the order, and no further than its
     * units.
     */
    static OrderPaymentStatus payment(OrderPaymentStatus order, int active, int shipped, int back) {
        return switch (order) {
            case NONE, AUTHORISED, CAPTURED, REFUNDED, DISPUTED ->
                    active == 0 ? OrderPaymentStatus.NONE : order;
            case PARTLY_CAPTURED -> captured(active, shipped);
            case PARTLY_REFUNDED -> {
                if (back == 0) {
                    yield captured(active, shipped);
                }
                yield back == active
                        ? OrderPaymentStatus.REFUNDED
                        : OrderPaymentStatus.PARTLY_REFUNDED;
            }
        };
    }

    private static OrderPaymentStatus captured(int active, int shipped) {
        if (active == 0) {
            return OrderPaymentStatus.NONE;
        }
        if (shipped == 0) {
            return OrderPaymentStatus.AUTHORISED;
        }
        return shipped == active ? OrderPaymentStatus.CAPTURED : OrderPaymentStatus.PARTLY_CAPTURED;
    }

    static FulfilmentStatus fulfilment(int active, int shipped, int delivered) {
        if (delivered > 0) {
            return delivered == active
                    ? FulfilmentStatus.DELIVERED
                    : FulfilmentStatus.PARTLY_DELIVERED;
        }
        if (shipped > 0) {
            return shipped == active ? FulfilmentStatus.SHIPPED : FulfilmentStatus.PARTLY_SHIPPED;
        }
        return FulfilmentStatus.NONE;
    }

    static ReturnStatus returned(int shipped, int requested, int back) {
        if (back > 0) {
            return back == shipped ? ReturnStatus.RETURNED : ReturnStatus.PARTLY_RETURNED;
        }
        return requested > 0 ? ReturnStatus.REQUESTED : ReturnStatus.NONE;
    }
}
