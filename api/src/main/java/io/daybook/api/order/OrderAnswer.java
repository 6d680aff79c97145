package io.daybook.api.order;

import io.daybook.api.exchange.Outcome;
import io.daybook.domain.order.OrderReceipt;

/** The small answer to a command on an order. */
record OrderAnswer(String orderId, String status, long version) {

    static OrderAnswer of(Outcome outcome) {
        OrderReceipt receipt = (OrderReceipt) outcome.receipt();
        return new OrderAnswer(
                receipt.orderId().value(), receipt.status().name(), outcome.version());
    }

    /** The answer of an order that has moved on since. */
    OrderAnswer now(String newStatus, long newVersion) {
        return new OrderAnswer(orderId, newStatus, newVersion);
    }
}
