package io.daybook.domain.inventory;

import io.daybook.domain.shared.StockItemId;
import org.axonframework.serialization.Revision;

/** Nothing is available any more; further units can only be backordered, if at all. */
@Revision("1")
public record StockRanOut(StockItemId stockItemId) implements StockEvent {}
