package io.daybook.domain.inventory;

import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.StockItemId;
import java.time.Instant;

/** Lets a promise hold until later. A promise that has ended is not revived. */
public record ExtendReservation(
        StockItemId stockItemId, ReservationId reservationId, Instant expiresAt)
        implements StockCommand, ReservationCommand {}
