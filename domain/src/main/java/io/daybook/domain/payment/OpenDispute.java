package io.daybook.domain.payment;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.PaymentId;

/** Reports that the customer disputes a charge. */
public record OpenDispute(PaymentId paymentId, String disputeId, Money amount, String reason)
        implements PaymentCommand {

    public OpenDispute {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("amount must be more than 0");
        }
    }
}
