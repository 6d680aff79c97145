package io.daybook.domain.inventory;

import io.daybook.domain.shared.StockItemId;
import org.jspecify.annotations.Nullable;

/**
 * Sets the quantity on hand to what was counted; refused when {@code expected} is given and no
 * longer holds.
 *
 * @param lot which lot was counted; {@code null} for everything
 */
public record CountStock(
        StockItemId stockItemId,
        int counted,
        @Nullable Integer expected,
        String reason,
        @Nullable LotNumber lot)
        implements StockCommand {

    public CountStock(
            StockItemId stockItemId, int counted, @Nullable Integer expected, String reason) {
        this(stockItemId, counted, expected, reason, null);
    }
}
