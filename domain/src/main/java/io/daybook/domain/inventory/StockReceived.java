package io.daybook.domain.inventory;

import io.daybook.domain.shared.StockItemId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Goods came in. */
@Revision("1")
public record StockReceived(StockItemId stockItemId, int quantity, @Nullable String reference)
        implements StockEvent {}
