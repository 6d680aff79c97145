package io.daybook.domain.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.StockItemId;
import java.util.List;
import java.util.Optional;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Some reserved units may be sold again; {@code remaining} are still promised.
 *
 * @param backordered how many of the units were not there; {@code null} for none
 */
@Revision("1")
public record ReservationReduced(
        StockItemId stockItemId,
        ReservationId reservationId,
        int quantity,
        int remaining,
        String reduction,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LotUnits> lots,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer backordered)
        implements StockEvent, ReservationEvent {

    public ReservationReduced {
        lots = lots == null ? List.of() : List.copyOf(lots);
    }

    public ReservationReduced(
            StockItemId stockItemId,
            ReservationId reservationId,
            int quantity,
            int remaining,
            String reduction) {
        this(stockItemId, reservationId, quantity, remaining, reduction, List.of(), null);
    }

    @Override
    public Optional<Movement> movement() {
        return Optional.of(
                new Movement(
                        MovementType.RELEASED,
                        StockLevel.reserved(-quantity),
                        reservationId.value(),
                        reduction));
    }

    @Override
    public List<LotChange> lotChanges() {
        return LotUnits.changes(lots, units -> StockLevel.reserved(-units));
    }
}
