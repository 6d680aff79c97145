package io.daybook.domain.inventory;

/** What happens to reservations of a stock item, and is kept in its {@link ReservationBook}. */
sealed interface ReservationEvent
        permits StockReserved,
                ReservationExtended,
                ReservationReleased,
                ReservationReduced,
                ReservationExpired,
                ReservationCommitted,
                ReservationCommittedLate,
                BackordersFilled {}
