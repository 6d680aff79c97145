package io.daybook.domain.inventory;

import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.StockItemId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Promises units to somebody. Repeating it with the same reservation id changes nothing.
 *
 * @param expiresAt when the promise ends by itself; {@code null} for never
 * @param requestedAt tells which lots have expired; without it only units that keep are promised
 */
public record ReserveStock(
        StockItemId stockItemId,
        ReservationId reservationId,
        int quantity,
        @Nullable String reference,
        @Nullable Instant expiresAt,
        @Nullable Instant requestedAt)
        implements StockCommand, ReservationCommand {

    public ReserveStock {
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity must be at least 1");
        }
    }

    public ReserveStock(
            StockItemId stockItemId,
            ReservationId reservationId,
            int quantity,
            @Nullable String reference) {
        this(stockItemId, reservationId, quantity, reference, null, null);
    }
}
