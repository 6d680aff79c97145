package io.daybook.domain.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.StockItemId;
import java.util.List;
import java.util.Optional;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Nobody extended a reservation in time: its open part went back to the sellable stock.
 *
 * @param backordered how many of the units were not there; {@code null} for none
 */
@Revision("1")
public record ReservationExpired(
        StockItemId stockItemId,
        ReservationId reservationId,
        int quantity,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LotUnits> lots,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer backordered)
        implements StockEvent, ReservationEvent {

    public ReservationExpired {
        lots = lots == null ? List.of() : List.copyOf(lots);
    }

    @Override
    public Optional<Movement> movement() {
        return Optional.of(
                new Movement(
                        MovementType.EXPIRED,
                        StockLevel.reserved(-quantity),
                        reservationId.value(),
                        null));
    }

    @Override
    public List<LotChange> lotChanges() {
        return LotUnits.changes(lots, units -> StockLevel.reserved(-units));
    }
}
