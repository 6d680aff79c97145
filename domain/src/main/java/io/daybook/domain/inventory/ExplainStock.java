package io.daybook.domain.inventory;

import io.daybook.domain.shared.StockItemId;

/**
 * Which events make up each number of a stock item; answered with a {@code Lookup} of {@link
 * StockExplanation}.
 */
public record ExplainStock(StockItemId stockItemId) {}
