package io.daybook.api.inventory;

import io.daybook.api.exchange.Outcome;
import io.daybook.domain.inventory.StockReceipt;

/** The small answer to a command on a stock item. */
record StockAnswer(
        String sku, String location, long onHand, long reserved, long available, long version) {

    static StockAnswer of(Outcome outcome) {
        StockReceipt receipt = (StockReceipt) outcome.receipt();
        return new StockAnswer(
                receipt.sku().value(),
                receipt.location().value(),
                receipt.onHand(),
                receipt.reserved(),
                receipt.available(),
                outcome.version());
    }
}
