package io.daybook.domain.inventory;

import io.daybook.domain.shared.ReservationId;

/** So many units of a reservation that were not there yet are there now. */
public record BackorderFill(ReservationId reservationId, int quantity) {}
