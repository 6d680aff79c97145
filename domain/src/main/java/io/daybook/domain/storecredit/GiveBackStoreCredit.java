package io.daybook.domain.storecredit;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.StoreCreditId;

/** Returns credit that a payment spent. */
public record GiveBackStoreCredit(
        StoreCreditId accountId, PaymentId paymentId, String operationId, Money amount)
        implements StoreCreditCommand {

    public GiveBackStoreCredit {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("amount must be more than 0");
        }
    }
}
