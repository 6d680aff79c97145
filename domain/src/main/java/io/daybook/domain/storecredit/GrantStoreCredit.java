package io.daybook.domain.storecredit;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.StoreCreditId;

/**
 * Gives a customer credit; opens the account on first use.
 *
 * @param grantId tells a repetition from a second grant, for example the id of a return
 */
public record GrantStoreCredit(StoreCreditId accountId, String grantId, Money amount, String reason)
        implements StoreCreditCommand {

    public GrantStoreCredit {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("amount must be more than 0");
        }
    }
}
