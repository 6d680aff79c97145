package io.daybook.domain.inventory;

import io.daybook.domain.shared.StockItemId;
import org.axonframework.serialization.Revision;

/** A SKU is kept at a location from now on. */
@Revision("1")
public record StockItemRegistered(StockItemId stockItemId) implements StockEvent {}
