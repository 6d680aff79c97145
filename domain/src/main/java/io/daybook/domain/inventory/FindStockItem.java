package io.daybook.domain.inventory;

import io.daybook.domain.shared.StockItemId;

/** The stock item as it is now; answered with a {@code Lookup}. */
public record FindStockItem(StockItemId stockItemId) {}
