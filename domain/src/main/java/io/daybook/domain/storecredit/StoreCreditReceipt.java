package io.daybook.domain.storecredit;

import io.daybook.domain.message.Receipt;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.StoreCreditId;

/** What a caller learns of an account after a command. */
public record StoreCreditReceipt(StoreCreditId accountId, Money balance, Money available)
        implements Receipt {

    public static StoreCreditReceipt of(StoreCreditId accountId, StoreCreditState state) {
        return new StoreCreditReceipt(accountId, state.balance(), state.available());
    }
}
