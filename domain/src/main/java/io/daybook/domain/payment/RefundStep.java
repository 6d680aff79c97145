package io.daybook.domain.payment;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.PaymentId;

/** The part of a refund that one payment gives. */
public record RefundStep(PaymentId paymentId, Money amount) {

    public RefundStep {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("amount must be more than 0");
        }
    }
}
