package io.daybook.domain.inventory;

import io.daybook.domain.shared.StockItemId;
import org.jspecify.annotations.Nullable;

/**
 * Changes the limits of a stock item; a {@code null} leaves a limit as it is.
 *
 * @param backorderDays after how many days backordered units are promised
 */
public record SetReorderPolicy(
        StockItemId stockItemId,
        @Nullable Integer reorderPoint,
        @Nullable Integer safetyStock,
        @Nullable Integer backorderLimit,
        @Nullable Integer backorderDays)
        implements StockCommand {

    public SetReorderPolicy(
            StockItemId stockItemId,
            @Nullable Integer reorderPoint,
            @Nullable Integer safetyStock,
            @Nullable Integer backorderLimit) {
        this(stockItemId, reorderPoint, safetyStock, backorderLimit, null);
    }
}
