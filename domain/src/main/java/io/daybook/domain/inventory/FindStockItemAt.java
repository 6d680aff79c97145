package io.daybook.domain.inventory;

import io.daybook.domain.read.Moment;
import io.daybook.domain.shared.StockItemId;

/** The stock item as it was; answered with a {@code Lookup}. */
public record FindStockItemAt(StockItemId stockItemId, Moment moment) {}
