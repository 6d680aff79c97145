package io.daybook.domain.inventory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A promise of units. It ends exactly once: released, expired, or committed to the last unit. Ended
 * reservations are remembered so that a repeated command is recognised.
 *
 * @param unshipped units of it that never left, promised or not
 * @param backordered how many of the open units are not there yet
 * @param lots the lots that open units are from
 * @param commitments the shipments that took units from it
 * @param reductions the occasions on which units were given back
 */
record Reservation(
        int quantity,
        int unshipped,
        Status status,
        @Nullable Instant expiresAt,
        int backordered,
        @Nullable LocalDate promisedOn,
        List<LotUnits> lots,
        Set<String> commitments,
        Set<String> reductions) {

    /** Whether the units that have not left are still promised. */
    enum Status {
        PROMISED,
        RELEASED,
        EXPIRED
    }

    static Reservation of(StockReserved event) {
        return new Reservation(
                event.quantity(),
                event.quantity(),
                Status.PROMISED,
                event.expiresAt(),
                Objects.requireNonNullElse(event.backordered(), 0),
                event.promisedOn(),
                event.lots(),
                Set.of(),
                Set.of());
    }

    /** Units still promised; 0 once ended. */
    int open() {
        return status == Status.PROMISED ? unshipped : 0;
    }

    boolean ended() {
        return open() == 0;
    }

    /** How many of the open units are not there yet; {@code null} for none, as events have it. */
    @Nullable Integer missing() {
        return backordered == 0 ? null : backordered;
    }

    /** How it ended, in a word. */
    String end() {
        return switch (status) {
            case RELEASED -> "released";
            case EXPIRED -> "expired";
            case PROMISED -> "committed";
        };
    }

    Reservation ended(Status how) {
        return new Reservation(
                quantity, unshipped, how, null, 0, null, List.of(), commitments, reductions);
    }

    Reservation extended(Instant until) {
        return new Reservation(
                quantity,
                unshipped,
                status,
                until,
                backordered,
                promisedOn,
                lots,
                commitments,
                reductions);
    }

    Reservation filled(int units) {
        return new Reservation(
                quantity,
                unshipped,
                status,
                expiresAt,
                backordered - units,
                backordered == units ? null : promisedOn,
                lots,
                commitments,
                reductions);
    }

    Reservation committed(int units, List<LotUnits> taken, String commitment) {
        var all = new HashSet<>(commitments);
        all.add(commitment);
        return new Reservation(
                quantity,
                unshipped - units,
                status,
                expiresAt,
                backordered,
                promisedOn,
                LotUnits.without(lots, taken),
                Set.copyOf(all),
                reductions);
    }

    /** Giving back the last open unit releases it. */
    Reservation reduced(ReservationReduced event) {
        var all = new HashSet<>(reductions);
        all.add(event.reduction());
        return new Reservation(
                quantity,
                unshipped - event.quantity(),
                event.remaining() == 0 ? Status.RELEASED : status,
                expiresAt,
                backordered - Objects.requireNonNullElse(event.backordered(), 0),
                promisedOn,
                LotUnits.without(lots, event.lots()),
                commitments,
                Set.copyOf(all));
    }
}
