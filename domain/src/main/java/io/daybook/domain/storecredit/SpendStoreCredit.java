package io.daybook.domain.storecredit;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.StoreCreditId;

/** Takes credit that was set aside for a payment. */
public record SpendStoreCredit(
        StoreCreditId accountId, PaymentId paymentId, String operationId, Money amount)
        implements StoreCreditCommand {

    public SpendStoreCredit {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("amount must be more than 0");
        }
    }
}
