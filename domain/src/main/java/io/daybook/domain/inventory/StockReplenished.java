package io.daybook.domain.inventory;

import io.daybook.domain.shared.StockItemId;
import org.axonframework.serialization.Revision;

/** Units are available again after there were none. */
@Revision("1")
public record StockReplenished(StockItemId stockItemId, long available) implements StockEvent {}
