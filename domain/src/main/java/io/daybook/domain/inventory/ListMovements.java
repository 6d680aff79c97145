package io.daybook.domain.inventory;

import io.daybook.domain.read.PageRequest;
import io.daybook.domain.shared.StockItemId;

/**
 * The movements of a stock item in their order; answered with a {@code Page} of {@link
 * StockMovement}. A page may hold fewer than asked for although another one follows.
 */
public record ListMovements(StockItemId stockItemId, PageRequest page) {}
