package io.daybook.domain.order;

import io.daybook.domain.inventory.SerialNumber;
import io.daybook.domain.shared.ReservationId;
import java.util.List;

/** Which of the units that a reservation promised have left. */
public record ShippedSerials(ReservationId reservationId, List<SerialNumber> serials) {

    public ShippedSerials {
        serials = List.copyOf(serials);
    }
}
