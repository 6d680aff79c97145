package io.daybook.domain.inventory;

import io.daybook.domain.shared.StockItemId;

/** Corrects the quantity on hand by a difference, with a reason. */
public record AdjustStock(StockItemId stockItemId, int delta, String reason)
        implements StockCommand {}
