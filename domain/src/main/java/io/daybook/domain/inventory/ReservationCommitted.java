package io.daybook.domain.inventory;

import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.StockItemId;
import org.axonframework.serialization.Revision;

/**
 * Reserved units left the building; {@code remaining} are still promised, 0 ends the reservation.
 */
@Revision("1")
public record ReservationCommitted(
        StockItemId stockItemId,
        ReservationId reservationId,
        int quantity,
        int remaining,
        String commitment)
        implements StockEvent {}
