package io.daybook.domain.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.daybook.domain.inventory.StockState.Registered;
import io.daybook.domain.message.Receipt;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.Sku;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a caller learns of a stock item after a command.
 *
 * @param reservation the reservation that the command was about, when it was about one
 */
public record StockReceipt(
        Sku sku,
        Location location,
        long onHand,
        long reserved,
        long available,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Promise reservation)
        implements Receipt {

    /**
     * A reservation.
     *
     * @param open units still promised; 0 once it has ended
     * @param expiresAt when it ends by itself; {@code null} for never
     * @param backordered how many of the units are not there yet
     * @param promisedOn when those are expected; {@code null} when nobody knows
     */
    public record Promise(
            ReservationId id,
            int open,
            @Nullable Instant expiresAt,
            int backordered,
            @Nullable LocalDate promisedOn) {}

    /**
     * The item after a command.
     *
     * @param reservation the reservation that the command was about, if any
     */
    public static StockReceipt of(Registered item, @Nullable ReservationId reservation) {
        return new StockReceipt(
                item.id().sku(),
                item.id().location(),
                item.onHand(),
                item.reserved(),
                item.available(),
                Optional.ofNullable(reservation)
                        .flatMap(id -> item.book().find(id).map(found -> promise(id, found)))
                        .orElse(null));
    }

    private static Promise promise(ReservationId id, Reservation reservation) {
        return new Promise(
                id,
                reservation.open(),
                reservation.expiresAt(),
                reservation.backordered(),
                reservation.promisedOn());
    }
}
