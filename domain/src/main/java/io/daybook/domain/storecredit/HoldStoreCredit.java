package io.daybook.domain.storecredit;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.StoreCreditId;

/** Sets credit aside for a payment. */
public record HoldStoreCredit(StoreCreditId accountId, PaymentId paymentId, Money amount)
        implements StoreCreditCommand {

    public HoldStoreCredit {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("amount must be more than 0");
        }
    }
}
