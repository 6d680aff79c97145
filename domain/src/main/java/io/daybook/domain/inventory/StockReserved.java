package io.daybook.domain.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.StockItemId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Units were promised.
 *
 * @param expiresAt when the promise ends by itself; {@code null} for never
 * @param lots the lots that the units are from; units beyond them are from no lot
 * @param backordered how many of the units are not there yet; {@code null} for none
 * @param promisedOn when those are expected; {@code null} when nobody knows
 */
@Revision("1")
public record StockReserved(
        StockItemId stockItemId,
        ReservationId reservationId,
        int quantity,
        @Nullable String reference,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant expiresAt,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LotUnits> lots,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer backordered,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate promisedOn)
        implements StockEvent, ReservationEvent {

    public StockReserved {
        lots = lots == null ? List.of() : List.copyOf(lots);
    }

    public StockReserved(
            StockItemId stockItemId,
            ReservationId reservationId,
            int quantity,
            @Nullable String reference) {
        this(stockItemId, reservationId, quantity, reference, null, List.of(), null, null);
    }

    @Override
    public Optional<Movement> movement() {
        return Optional.of(
                new Movement(
                        MovementType.RESERVED,
                        StockLevel.reserved(quantity),
                        reservationId.value(),
                        reference));
    }

    @Override
    public List<LotChange> lotChanges() {
        return lots.isEmpty() ? List.of() : LotUnits.changes(lots, StockLevel::reserved);
    }
}
