package io.daybook.domain.inventory;

import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.StockItemId;
import org.jspecify.annotations.Nullable;

/** Gives what is still open of a reservation back to the sellable stock. */
public record ReleaseReservation(
        StockItemId stockItemId, ReservationId reservationId, @Nullable String reason)
        implements StockCommand, ReservationCommand {}
