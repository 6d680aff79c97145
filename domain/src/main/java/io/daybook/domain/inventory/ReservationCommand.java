package io.daybook.domain.inventory;

import io.daybook.domain.shared.ReservationId;

/** What can be asked about one reservation of a stock item. */
public sealed interface ReservationCommand
        permits ReserveStock,
                ExtendReservation,
                ExpireReservation,
                ReleaseReservation,
                ReduceReservation,
                CommitReservation {

    ReservationId reservationId();
}
