package io.daybook.api.inventory;

import io.daybook.api.exchange.Outcome;
import io.daybook.domain.inventory.StockReceipt;
import io.daybook.domain.shared.ReservationId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a reservation.
 *
 * @param expiresAt when it ends by itself; {@code null} for never
 * @param backordered how many of the units are not there yet
 * @param promisedOn when those are expected; {@code null} when nobody knows
 */
record ReservationAnswer(
        String reservationId,
        String sku,
        String location,
        @Nullable Instant expiresAt,
        int backordered,
        @Nullable LocalDate promisedOn,
        long onHand,
        long reserved,
        long available,
        long version) {

    static ReservationAnswer of(ReservationId id, Outcome outcome) {
        var item = StockAnswer.of(outcome);
        var promise = ((StockReceipt) outcome.receipt()).reservation();
        return new ReservationAnswer(
                id.value(),
                item.sku(),
                item.location(),
                promise == null ? null : promise.expiresAt(),
                promise == null ? 0 : promise.backordered(),
                promise == null ? null : promise.promisedOn(),
                item.onHand(),
                item.reserved(),
                item.available(),
                item.version());
    }
}
