package io.daybook.domain.payment;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.PaymentId;

/** Gives captured money back. */
public record RefundPayment(PaymentId paymentId, Money amount, String reason, String operationId)
        implements PaymentCommand {

    public RefundPayment {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("amount must be more than 0");
        }
    }
}
