package io.daybook.domain.inventory;

import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.StockItemId;
import java.time.Instant;

/**
 * Ends a promise whose time is over; refused when it is too early. Nothing to do when it has ended
 * already.
 */
public record ExpireReservation(StockItemId stockItemId, ReservationId reservationId, Instant now)
        implements StockCommand, ReservationCommand {}
