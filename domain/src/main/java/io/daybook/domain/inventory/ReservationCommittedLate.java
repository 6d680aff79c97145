package io.daybook.domain.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.StockItemId;
import java.util.List;
import java.util.Optional;
import org.axonframework.serialization.Revision;

/**
 * Units left the building for a reservation that had expired; there were enough of them unpromised.
 */
@Revision("1")
public record ReservationCommittedLate(
        StockItemId stockItemId,
        ReservationId reservationId,
        int quantity,
        String commitment,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LotUnits> lots,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SerialNumber> serials)
        implements StockEvent, ReservationEvent {

    public ReservationCommittedLate {
        lots = lots == null ? List.of() : List.copyOf(lots);
        serials = serials == null ? List.of() : List.copyOf(serials);
    }

    @Override
    public Optional<Movement> movement() {
        return Optional.of(
                new Movement(
                        MovementType.SHIPPED,
                        StockLevel.onHand(-quantity),
                        reservationId.value(),
                        commitment));
    }

    @Override
    public List<LotChange> lotChanges() {
        return LotUnits.changes(lots, units -> StockLevel.onHand(-units));
    }

    @Override
    public SerialMove serialMove() {
        return SerialMove.of(serials, SerialPlace.SHIPPED);
    }
}
