package io.daybook.api.inventory;

import io.daybook.api.exchange.Outcome;
import io.daybook.domain.inventory.StockReceipt;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
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

    static ReservationAnswer of(Outcome outcome) {
        var item = StockAnswer.of(outcome);
        var promise = Objects.requireNonNull(((StockReceipt) outcome.receipt()).reservation());
        return new ReservationAnswer(
                promise.id().value(),
                item.sku(),
                item.location(),
                promise.expiresAt(),
                promise.backordered(),
                promise.promisedOn(),
                item.onHand(),
                item.reserved(),
                item.available(),
                item.version());
    }
}
