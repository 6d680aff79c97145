package io.daybook.api.inventory;

import io.daybook.domain.shared.ReservationId;

/** The answer to a reservation. */
record ReservationAnswer(
        String reservationId,
        String sku,
        String location,
        long onHand,
        long reserved,
        long available,
        long version) {

    static ReservationAnswer of(ReservationId id, StockAnswer item) {
        return new ReservationAnswer(
                id.value(),
                item.sku(),
                item.location(),
                item.onHand(),
                item.reserved(),
                item.available(),
                item.version());
    }
}
