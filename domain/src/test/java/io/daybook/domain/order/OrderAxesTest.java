package io.daybook.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.order.OrderView.FulfilmentStatus;
import io.daybook.domain.order.OrderView.OrderPaymentStatus;
import io.daybook.domain.order.OrderView.ReturnStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statuses follow from quantities. */
class OrderAxesTest {

    @ParameterizedTest
    @CsvSource({
        "3, 0, 0, NONE",
        "3, 1, 0, PARTLY_SHIPPED",
        "3, 3, 0, SHIPPED",
        "3, 3, 1, PARTLY_DELIVERED",
        "3, 3, 3, DELIVERED"
    })
    void fulfilment(int active, int shipped, int delivered, FulfilmentStatus status) {
        assertThat(OrderAxes.fulfilment(active, shipped, delivered)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 0, 0, NONE",
        "3, 1, 0, REQUESTED",
        "3, 1, 1, PARTLY_RETURNED",
        "3, 0, 3, RETURNED"
    })
    void returned(int shipped, int requested, int back, ReturnStatus status) {
        assertThat(OrderAxes.returned(shipped, requested, back)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "AUTHORISED, 3, 0, 0, AUTHORISED",
        "AUTHORISED, 0, 0, 0, NONE",
        "CAPTURED, 3, 3, 0, CAPTURED",
        "PARTLY_CAPTURED, 3, 0, 0, AUTHORISED",
        "PARTLY_CAPTURED, 3, 1, 0, PARTLY_CAPTURED",
        "PARTLY_CAPTURED, 3, 3, 0, CAPTURED",
        "PARTLY_CAPTURED, 0, 0, 0, NONE",
        "PARTLY_REFUNDED, 3, 3, 0, CAPTURED",
        "PARTLY_REFUNDED, 3, 3, 1, PARTLY_REFUNDED",
        "PARTLY_REFUNDED, 3, 3, 3, REFUNDED",
        "REFUNDED, 3, 3, 3, REFUNDED",
        "DISPUTED, 3, 3, 0, DISPUTED"
    })
    void paymentOfALine(
            OrderPaymentStatus order, int active, int shipped, int back, OrderPaymentStatus line) {
        assertThat(OrderAxes.payment(order, active, shipped, back)).isEqualTo(line);
    }
}
