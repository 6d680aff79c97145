package io.daybook.domain.inventory;

import io.daybook.domain.shared.StockItemId;
import org.jspecify.annotations.Nullable;

/** Gives units in a bucket back to the sellable stock. */
public record RestoreFromBucket(
        StockItemId stockItemId,
        Bucket bucket,
        int quantity,
        String reason,
        @Nullable LotNumber lot)
        implements StockCommand {

    public RestoreFromBucket {
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity must be at least 1");
        }
    }
}
