package io.daybook.domain.order;

import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.ReservationId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The units that are promised to an order.
 *
 * @param reserved whether every line had its units reserved
 * @param released whether everything was given back
 * @param open what is promised and has not left yet; a line may have several reservations, at
 *     several locations
 * @param attempt the last attempt to allocate; 0 when every line is taken from its own location
 * @param allocated from where that attempt takes the units; nothing once it failed
 */
record OrderStock(
        boolean reserved,
        boolean released,
        List<ReservedLine> open,
        int attempt,
        List<ReservedLine> allocated) {

    static final OrderStock NONE = new OrderStock(false, false, List.of(), 0, List.of());

    OrderStock {
        open = List.copyOf(open);
        allocated = List.copyOf(allocated);
    }

    /**
     * The units of a line among some reservations.
     *
     * @param location where they must be; {@code null} for anywhere
     */
    static int units(List<ReservedLine> reservations, LineId lineId, @Nullable Location location) {
        return reservations.stream()
                .filter(promised -> isOf(promised, lineId, location))
                .mapToInt(ReservedLine::quantity)
                .sum();
    }

    OrderStock allocated(int nextAttempt, List<ReservedLine> reservations) {
        return new OrderStock(reserved, released, open, nextAttempt, reservations);
    }

    /** Whether every line has its units, or somebody is about to get them. */
    boolean isSecuredOrTried() {
        return reserved || !allocated.isEmpty();
    }

    OrderStock allocationFailed() {
        return allocated(attempt, List.of());
    }

    int at(LineId lineId, @Nullable Location location) {
        return units(open, lineId, location);
    }

    /**
     * The first of the promised units of a line.
     *
     * @param location where they must be; {@code null} for anywhere
     */
    List<ReservedLine> first(LineId lineId, @Nullable Location location, int units) {
        return take(open, lineId, location, units);
    }

    /** The last of the promised units of a line: those that were added last are given up first. */
    List<ReservedLine> last(LineId lineId, int units) {
        return take(open.reversed(), lineId, null, units);
    }

    private static List<ReservedLine> take(
            List<ReservedLine> from, LineId lineId, @Nullable Location location, int units) {
        var taken = new ArrayList<ReservedLine>();
        int left = units;
        for (ReservedLine promised : from) {
            int part = Math.min(left, promised.quantity());
            if (part > 0 && isOf(promised, lineId, location)) {
                taken.add(promised.of(part));
                left -= part;
            }
        }
        return taken;
    }

    private static boolean isOf(ReservedLine promised, LineId lineId, @Nullable Location location) {
        return promised.lineId().equals(lineId)
                && (location == null || location.equals(promised.location()));
    }

    OrderStock secured(List<ReservedLine> reservations) {
        return new OrderStock(true, released, reservations, attempt, allocated);
    }

    OrderStock plus(List<ReservedLine> more) {
        var all = new ArrayList<>(open);
        all.addAll(more);
        return with(released, all);
    }

    OrderStock minus(List<ReservedLine> gone) {
        Map<ReservationId, Integer> units = new HashMap<>();
        gone.forEach(line -> units.merge(line.reservationId(), line.quantity(), Integer::sum));
        var left =
                open.stream()
                        .map(line ->
                                line.of(
                                        line.quantity()
                                                - units.getOrDefault(line.reservationId(), 0)))
                        .filter(line -> line.quantity() > 0)
                        .toList();
        return with(released, left);
    }

    OrderStock givenBack() {
        return with(true, List.of());
    }

    private OrderStock with(boolean givenBack, List<ReservedLine> nowOpen) {
        return new OrderStock(reserved, givenBack, nowOpen, attempt, allocated);
    }
}
