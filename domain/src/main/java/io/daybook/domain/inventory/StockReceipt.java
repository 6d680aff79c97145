package io.daybook.domain.inventory;

import io.daybook.domain.inventory.StockState.Registered;
import io.daybook.domain.message.Receipt;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.Sku;

/** What a caller learns of a stock item after a command. */
public record StockReceipt(Sku sku, Location location, long onHand, long reserved, long available)
        implements Receipt {

    public static StockReceipt of(Registered item) {
        return new StockReceipt(
                item.id().sku(),
                item.id().location(),
                item.onHand(),
                item.reserved(),
                item.available());
    }
}
