package io.daybook.domain.inventory;

import io.daybook.domain.shared.StockItemId;
import org.axonframework.serialization.Revision;

/** The limits of the stock item are these from now on. */
@Revision("1")
public record ReorderPolicySet(
        StockItemId stockItemId, int reorderPoint, int safetyStock, int backorderLimit)
        implements StockEvent {}
