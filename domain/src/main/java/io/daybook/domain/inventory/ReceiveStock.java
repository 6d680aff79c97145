package io.daybook.domain.inventory;

import io.daybook.domain.shared.StockItemId;
import org.jspecify.annotations.Nullable;

/** Books goods in; registers the stock item on first use. */
public record ReceiveStock(StockItemId stockItemId, int quantity, @Nullable String reference)
        implements StockCommand {

    public ReceiveStock {
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity must be at least 1");
        }
    }
}
