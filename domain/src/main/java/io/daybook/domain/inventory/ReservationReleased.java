package io.daybook.domain.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.StockItemId;
import java.util.List;
import java.util.Optional;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The open part of a reservation went back to the sellable stock; the reservation has ended.
 *
 * @param backordered how many of the units were not there; {@code null} for none
 */
@Revision("1")
public record ReservationReleased(
        StockItemId stockItemId,
        ReservationId reservationId,
        int quantity,
        @Nullable String reason,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LotUnits> lots,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer backordered)
        implements StockEvent, ReservationEvent {

    public ReservationReleased {
        lots = lots == null ? List.of() : List.copyOf(lots);
    }

    public ReservationReleased(
            StockItemId stockItemId,
            ReservationId reservationId,
            int quantity,
            @Nullable String reason) {
        this(stockItemId, reservationId, quantity, reason, List.of(), null);
    }

    @Override
    public Optional<Movement> movement() {
        return Optional.of(
                new Movement(
                        MovementType.RELEASED,
                        StockLevel.reserved(-quantity),
                        reservationId.value(),
                        reason));
    }

    @Override
    public List<LotChange> lotChanges() {
        return LotUnits.changes(lots, units -> StockLevel.reserved(-units));
    }
}
