package io.daybook.domain.inventory;

import io.daybook.domain.shared.PersistentMap;
import io.daybook.domain.shared.ReservationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The reservations of a stock item: all open ones, and those that ended last. An item that sells
 * well would otherwise grow with every order that it ever had; who asks for an older one finds it
 * in the log (see {@link #mayHaveForgotten}).
 *
 * @param open promises that have units left
 * @param ended the last ones that ended, at most {@link StockState#ENDS_REMEMBERED}
 * @param endedBefore those that ended before them, as many
 * @param forgotten no reservation after this one was forgotten; {@code null} when none was
 * @param backorders units that are not there yet, by reservation: its id sorts by age
 * @param shortage the sum of those
 */
record ReservationBook(
        PersistentMap<ReservationId, Reservation> open,
        PersistentMap<ReservationId, Reservation> ended,
        PersistentMap<ReservationId, Reservation> endedBefore,
        @Nullable ReservationId forgotten,
        PersistentMap<ReservationId, Integer> backorders,
        long shortage) {

    static final ReservationBook EMPTY =
            new ReservationBook(
                    PersistentMap.<ReservationId, Reservation>empty(),
                    PersistentMap.<ReservationId, Reservation>empty(),
                    PersistentMap.<ReservationId, Reservation>empty(),
                    null,
                    PersistentMap.<ReservationId, Integer>empty(),
                    0);

    Optional<Reservation> find(ReservationId id) {
        return open.get(id).or(() -> ended.get(id)).or(() -> endedBefore.get(id));
    }

    /** Whether the reservation is not known here, but could have ended long ago. */
    boolean mayHaveForgotten(ReservationId id) {
        return forgotten != null && id.compareTo(forgotten) <= 0 && find(id).isEmpty();
    }

    /** The book with a reservation that it forgot, as the events of its item tell of it. */
    ReservationBook recalling(ReservationId id, List<StockEvent> history) {
        var past = EMPTY;
        for (StockEvent event : history) {
            past = past.after(event);
        }
        return past.find(id).map(found -> with(id, found)).orElse(this);
    }

    ReservationBook after(StockEvent event) {
        return event instanceof ReservationEvent change ? after(change) : this;
    }

    private ReservationBook after(ReservationEvent event) {
        return switch (event) {
            case StockReserved e -> with(e.reservationId(), Reservation.of(e));
            case ReservationExtended e ->
                    changed(e.reservationId(), it -> it.extended(e.expiresAt()));
            case ReservationReleased e ->
                    changed(e.reservationId(), it -> it.ended(Reservation.Status.RELEASED));
            case ReservationExpired e ->
                    changed(e.reservationId(), it -> it.ended(Reservation.Status.EXPIRED));
            case ReservationReduced e -> changed(e.reservationId(), it -> it.reduced(e));
            case ReservationCommitted e ->
                    changed(
                            e.reservationId(),
                            it -> it.committed(e.quantity(), e.lots(), e.commitment()));
            case ReservationCommittedLate e ->
                    changed(
                            e.reservationId(),
                            it -> it.committed(e.quantity(), List.of(), e.commitment()));
            case BackordersFilled e -> filled(e.fills());
        };
    }

    private ReservationBook filled(List<BackorderFill> fills) {
        var book = this;
        for (BackorderFill fill : fills) {
            book = book.changed(fill.reservationId(), it -> it.filled(fill.quantity()));
        }
        return book;
    }

    /**
     * Of one that is not known, nothing changes: it expired and was forgotten, or a history was
     * looked through for another one that the same event names.
     */
    private ReservationBook changed(ReservationId id, UnaryOperator<Reservation> change) {
        return find(id).map(before -> with(id, change.apply(before))).orElse(this);
    }

    private ReservationBook with(ReservationId id, Reservation after) {
        int before = shortage == 0 ? 0 : backorders.get(id).orElse(0);
        int now = after.backordered();
        var book = after.ended() ? withEnded(id, after) : withOpen(id, after);
        return before == 0 && now == 0
                ? book
                : new ReservationBook(
                        book.open,
                        book.ended,
                        book.endedBefore,
                        book.forgotten,
                        now == 0 ? backorders.without(id) : backorders.with(id, now),
                        shortage + now - before);
    }

    private ReservationBook withOpen(ReservationId id, Reservation after) {
        return new ReservationBook(
                open.with(id, after), ended, endedBefore, forgotten, backorders, shortage);
    }

    private ReservationBook withEnded(ReservationId id, Reservation after) {
        if (ended.size() < StockState.ENDS_REMEMBERED) {
            return new ReservationBook(
                    open.without(id),
                    ended.with(id, after),
                    endedBefore,
                    forgotten,
                    backorders,
                    shortage);
        }
        return new ReservationBook(
                open.without(id),
                PersistentMap.<ReservationId, Reservation>empty().with(id, after),
                ended,
                later(forgotten, endedBefore.last().orElse(null)),
                backorders,
                shortage);
    }

    private static @Nullable ReservationId later(
            @Nullable ReservationId one, @Nullable ReservationId other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) < 0 ? other : one;
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
