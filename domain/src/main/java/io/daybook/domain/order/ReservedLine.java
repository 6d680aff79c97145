package io.daybook.domain.order;

import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.Sku;

/** Units of one line that a stock item promised, or that left it. */
public record ReservedLine(
        LineId lineId, Sku sku, Location location, ReservationId reservationId, int quantity) {

    ReservedLine of(int units) {
        return new ReservedLine(lineId, sku, location, reservationId, units);
    }
}
