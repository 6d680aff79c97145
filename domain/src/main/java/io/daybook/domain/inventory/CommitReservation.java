package io.daybook.domain.inventory;

import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.StockItemId;
import org.jspecify.annotations.Nullable;

/**
 * Takes reserved units off the shelf because they left the building.
 *
 * @param quantity how many; {@code null} for everything that is still open
 * @param commitment tells repetitions of one shipment from a second shipment; for example the
 *     shipment's id
 */
public record CommitReservation(
        StockItemId stockItemId,
        ReservationId reservationId,
        @Nullable Integer quantity,
        String commitment)
        implements StockCommand {

    public CommitReservation {
        if (quantity != null && quantity < 1) {
            throw new IllegalArgumentException("quantity must be at least 1");
        }
    }
}
