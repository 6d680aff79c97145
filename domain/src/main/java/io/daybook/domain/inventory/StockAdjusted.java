package io.daybook.domain.inventory;

import io.daybook.domain.shared.StockItemId;
import org.axonframework.serialization.Revision;

/** The quantity on hand was corrected by a difference. */
@Revision("1")
public record StockAdjusted(StockItemId stockItemId, int delta, String reason)
        implements StockEvent {}
