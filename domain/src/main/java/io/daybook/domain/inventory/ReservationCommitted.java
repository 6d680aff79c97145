package io.daybook.domain.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.StockItemId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;

/**
 * Reserved units left the building; {@code remaining} are still promised, 0 ends the reservation.
 *
 * @param lots units that left from the lots that were promised
 * @param otherLots units that left from lots beside those
 */
@Revision("1")
public record ReservationCommitted(
        StockItemId stockItemId,
        ReservationId reservationId,
        int quantity,
        int remaining,
        String commitment,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LotUnits> lots,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LotUnits> otherLots,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SerialNumber> serials)
        implements StockEvent, ReservationEvent {

    public ReservationCommitted {
        lots = lots == null ? List.of() : List.copyOf(lots);
        otherLots = otherLots == null ? List.of() : List.copyOf(otherLots);
        serials = serials == null ? List.of() : List.copyOf(serials);
    }

    public ReservationCommitted(
            StockItemId stockItemId,
            ReservationId reservationId,
            int quantity,
            int remaining,
            String commitment) {
        this(
                stockItemId,
                reservationId,
                quantity,
                remaining,
                commitment,
                List.of(),
                List.of(),
                List.of());
    }

    @Override
    public Optional<Movement> movement() {
        return Optional.of(
                new Movement(
                        MovementType.SHIPPED,
                        new StockLevel(-quantity, -quantity, 0, 0),
                        reservationId.value(),
                        commitment));
    }

    @Override
    public List<LotChange> lotChanges() {
        return lots.isEmpty() && otherLots.isEmpty()
                ? List.of()
                : Stream.concat(
                                LotUnits.changes(
                                        lots, units -> new StockLevel(-units, -units, 0, 0))
                                        .stream(),
                                LotUnits.changes(otherLots, units -> StockLevel.onHand(-units))
                                        .stream())
                        .toList();
    }

    @Override
    public SerialMove serialMove() {
        return SerialMove.of(serials, SerialPlace.SHIPPED);
    }
}
