package io.daybook.domain.inventory;

import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.StockItemId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes reserved units off the shelf because they left the building. When the reservation has
 * expired, it is accepted if enough units are unpromised.
 *
 * @param quantity how many; {@code null} for everything that is still open
 * @param commitment tells repetitions of one shipment from a second shipment; for example the
 *     shipment's id
 * @param committedAt tells which lots have expired
 * @param serials the single units, all of them or none
 */
public record CommitReservation(
        StockItemId stockItemId,
        ReservationId reservationId,
        @Nullable Integer quantity,
        String commitment,
        @Nullable Instant committedAt,
        List<SerialNumber> serials)
        implements StockCommand, ReservationCommand {

    public CommitReservation {
        if (quantity != null && quantity < 1) {
            throw new IllegalArgumentException("quantity must be at least 1");
        }
        serials = List.copyOf(serials);
    }

    public CommitReservation(
            StockItemId stockItemId,
            ReservationId reservationId,
            @Nullable Integer quantity,
            String commitment) {
        this(stockItemId, reservationId, quantity, commitment, null, List.of());
    }
}
