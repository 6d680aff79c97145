package io.daybook.domain.inventory;

import io.daybook.domain.shared.PersistentMap;
import io.daybook.domain.shared.ReservationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All reservations of a stock item, ended ones included.
 *
 * @param backorders units that are not there yet, by reservation: its id sorts by age
 * @param shortage the sum of those
 */
record ReservationBook(
        PersistentMap<ReservationId, Reservation> reservations,
        PersistentMap<ReservationId, Integer> backorders,
        long shortage) {

    static final ReservationBook EMPTY =
            new ReservationBook(
                    PersistentMap.<ReservationId, Reservation>empty(),
                    PersistentMap.<ReservationId, Integer>empty(),
                    0);

    Optional<Reservation> find(ReservationId id) {
        return reservations.get(id);
    }

    ReservationBook with(StockReserved event) {
        return put(event.reservationId(), Reservation.of(event));
    }

    ReservationBook with(ReservationExtended event) {
        return put(event.reservationId(), known(event.reservationId()).extended(event.expiresAt()));
    }

    ReservationBook with(ReservationReleased event) {
        return put(
                event.reservationId(),
                known(event.reservationId()).ended(Reservation.Status.RELEASED));
    }

    ReservationBook with(ReservationReduced event) {
        return put(event.reservationId(), known(event.reservationId()).reduced(event));
    }

    ReservationBook with(ReservationExpired event) {
        return put(
                event.reservationId(),
                known(event.reservationId()).ended(Reservation.Status.EXPIRED));
    }

    ReservationBook with(ReservationCommitted event) {
        return put(
                event.reservationId(),
                known(event.reservationId())
                        .committed(event.quantity(), event.lots(), event.commitment()));
    }

    ReservationBook with(ReservationCommittedLate event) {
        return put(
                event.reservationId(),
                known(event.reservationId())
                        .committed(event.quantity(), List.of(), event.commitment()));
    }

    ReservationBook with(BackordersFilled event) {
        var book = this;
        for (BackorderFill fill : event.fills()) {
            book =
                    book.put(
                            fill.reservationId(),
                            known(fill.reservationId()).filled(fill.quantity()));
        }
        return book;
    }

    private Reservation known(ReservationId id) {
        return reservations.get(id).orElseThrow();
    }

    private ReservationBook put(ReservationId id, Reservation after) {
        int before = shortage == 0 ? 0 : backorders.get(id).orElse(0);
        int now = after.backordered();
        if (before == 0 && now == 0) {
            return new ReservationBook(reservations.with(id, after), backorders, shortage);
        }
        return new ReservationBook(
                reservations.with(id, after),
                now == 0 ? backorders.without(id) : backorders.with(id, now),
                shortage + now - before);
    }

    /** To whom so many units go that have come, the oldest promise first. */
    List<BackorderFill> fills(long units) {
        var fills = new ArrayList<BackorderFill>();
        var waiting = backorders;
        long rest = units;
        for (var oldest = waiting.first();
                rest > 0 && oldest.isPresent();
                oldest = waiting.first()) {
            ReservationId id = oldest.get();
            int part = Math.toIntExact(Math.min(rest, waiting.get(id).orElseThrow()));
            fills.add(new BackorderFill(id, part));
            rest -= part;
            waiting = waiting.without(id);
        }
        return fills;
    }
}
