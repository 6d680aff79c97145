package io.daybook.domain.inventory;

import io.daybook.domain.shared.StockItemId;
import org.axonframework.serialization.Revision;

/** Fewer units than the reorder point are available, for the first time since there were enough. */
@Revision("1")
public record ReorderPointReached(StockItemId stockItemId, long available, int reorderPoint)
        implements StockEvent {}
