package io.daybook.api.storecredit;

import io.daybook.api.exchange.Outcome;
import io.daybook.domain.storecredit.StoreCreditReceipt;

/** The small answer to a command on a store credit account. */
record StoreCreditAnswer(
        String customerId, String currency, String balance, String available, long version) {

    static StoreCreditAnswer of(Outcome outcome) {
        StoreCreditReceipt receipt = (StoreCreditReceipt) outcome.receipt();
        return new StoreCreditAnswer(
                receipt.accountId().customer().value(),
                receipt.accountId().currency().getCurrencyCode(),
                receipt.balance().text(),
                receipt.available().text(),
                outcome.version());
    }
}
