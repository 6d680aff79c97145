package io.daybook.domain.order;

import io.daybook.domain.inventory.SerialNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Units with a number of their own in a shipment. Whether such a unit is on the shelf only its
 * stock item knows.
 */
final class SerialUnits {

    private SerialUnits() {}

    /** Nothing when each unit of a line that names any is named once, and all are at one place. */
    static Optional<OrderRejection> refusal(List<LineSerials> named, List<ReservedLine> units) {
        for (LineSerials line : named) {
            List<ReservedLine> parts = of(line, units);
            int quantity = parts.stream().mapToInt(ReservedLine::quantity).sum();
            long different = line.serials().stream().distinct().count();
            if (different != quantity || line.serials().size() != quantity) {
                return Optional.of(
                        new FulfilmentRejection.SerialsDoNotMatch(
                                line.lineId(), different, quantity));
            }
            if (parts.stream().map(ReservedLine::location).distinct().count() > 1) {
                return Optional.of(new FulfilmentRejection.LocationRequired(line.lineId()));
            }
        }
        return Optional.empty();
    }

    /** The serials of each reservation, in the order in which they were named. */
    static List<ShippedSerials> of(List<LineSerials> named, List<ReservedLine> units) {
        var result = new ArrayList<ShippedSerials>();
        for (LineSerials line : named) {
            List<SerialNumber> left = line.serials();
            for (ReservedLine part : of(line, units)) {
                result.add(
                        new ShippedSerials(part.reservationId(), left.subList(0, part.quantity())));
                left = left.subList(part.quantity(), left.size());
            }
        }
        return result;
    }

    private static List<ReservedLine> of(LineSerials line, List<ReservedLine> units) {
        return units.stream().filter(unit -> unit.lineId().equals(line.lineId())).toList();
    }
}
