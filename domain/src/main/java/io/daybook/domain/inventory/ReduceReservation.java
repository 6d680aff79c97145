package io.daybook.domain.inventory;

import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.StockItemId;

/**
 * Gives some of the units that are still open of a reservation back to the sellable stock.
 *
 * @param reduction tells a repetition from a second reduction; for example the id of the
 *     cancellation behind it
 */
public record ReduceReservation(
        StockItemId stockItemId, ReservationId reservationId, int quantity, String reduction)
        implements StockCommand, ReservationCommand {

    public ReduceReservation {
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity must be at least 1");
        }
    }
}
