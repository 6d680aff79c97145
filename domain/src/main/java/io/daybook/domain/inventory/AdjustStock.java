package io.daybook.domain.inventory;

import io.daybook.domain.shared.StockItemId;
import org.jspecify.annotations.Nullable;

/**
 * Corrects the quantity on hand by a difference, with a reason.
 *
 * @param lot whose units are corrected; {@code null} for units without a lot
 */
public record AdjustStock(
        StockItemId stockItemId, int delta, String reason, @Nullable LotNumber lot)
        implements StockCommand {

    public AdjustStock(StockItemId stockItemId, int delta, String reason) {
        this(stockItemId, delta, reason, null);
    }
}
