package io.daybook.domain.inventory;

import io.daybook.domain.shared.StockItemId;
import org.jspecify.annotations.Nullable;

/**
 * Sets the quantity on hand to what was counted; refused when {@code expected} is given and no
 * longer holds.
 */
public record CountStock(
        StockItemId stockItemId, int counted, @Nullable Integer expected, String reason)
        implements StockCommand {}
