package io.daybook.domain.inventory;

import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.StockItemId;
import org.jspecify.annotations.Nullable;

/** Promises units to somebody. Repeating it with the same reservation id changes nothing. */
public record ReserveStock(
        StockItemId stockItemId,
        ReservationId reservationId,
        int quantity,
        @Nullable String reference)
        implements StockCommand {

    public ReserveStock {
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity must be at least 1");
        }
    }
}
