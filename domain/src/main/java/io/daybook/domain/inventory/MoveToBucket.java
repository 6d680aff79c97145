package io.daybook.domain.inventory;

import io.daybook.domain.shared.StockItemId;
import org.jspecify.annotations.Nullable;

/** Takes units on hand out of the sellable stock. */
public record MoveToBucket(
        StockItemId stockItemId,
        Bucket bucket,
        int quantity,
        String reason,
        @Nullable LotNumber lot)
        implements StockCommand {

    public MoveToBucket {
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity must be at least 1");
        }
    }
}
