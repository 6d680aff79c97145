package io.daybook.api.inventory;

import io.daybook.domain.shared.TransferId;

/** The answer to a transfer: the item at the location that sends. */
record TransferAnswer(
        String transferId,
        String sku,
        String location,
        long onHand,
        long reserved,
        long available,
        long version) {

    static TransferAnswer of(TransferId id, StockAnswer item) {
        return new TransferAnswer(
                id.value(),
                item.sku(),
                item.location(),
                item.onHand(),
                item.reserved(),
                item.available(),
                item.version());
    }
}
