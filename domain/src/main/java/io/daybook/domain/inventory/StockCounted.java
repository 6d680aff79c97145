package io.daybook.domain.inventory;

import io.daybook.domain.shared.StockItemId;
import org.axonframework.serialization.Revision;

/** The shelf was counted; {@code delta} is what the count changed. */
@Revision("1")
public record StockCounted(StockItemId stockItemId, int counted, int delta, String reason)
        implements StockEvent {}
