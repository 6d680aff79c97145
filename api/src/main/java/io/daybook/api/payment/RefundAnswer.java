package io.daybook.api.payment;

import io.daybook.domain.payment.RefundPlan;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import java.util.List;

/** How a refund was spread over the payments of its order. */
record RefundAnswer(
        String orderId, String refundId, String amount, String currency, List<RefundPart> steps) {

    record RefundPart(String paymentId, String amount) {}

    static RefundAnswer of(OrderId orderId, String refundId, Money amount, RefundPlan plan) {
        return new RefundAnswer(
                orderId.value(),
                refundId,
                amount.text(),
                amount.currency().getCurrencyCode(),
                plan.steps().stream()
                        .map(step -> new RefundPart(step.paymentId().value(), step.amount().text()))
                        .toList());
    }
}
