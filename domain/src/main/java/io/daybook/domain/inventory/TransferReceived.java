package io.daybook.domain.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.TransferId;
import java.util.List;
import java.util.Optional;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Units of a transfer were counted in.
 *
 * @param announced what had been sent
 * @param received what was counted
 */
@Revision("1")
public record TransferReceived(
        StockItemId stockItemId,
        TransferId transferId,
        Location from,
        int announced,
        int received,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LotUnits> lots,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SerialNumber> serials)
        implements StockEvent {

    public TransferReceived {
        lots = lots == null ? List.of() : List.copyOf(lots);
        serials = serials == null ? List.of() : List.copyOf(serials);
    }

    @Override
    public Optional<Movement> movement() {
        return Optional.of(
                new Movement(
                        MovementType.TRANSFERRED_IN,
                        StockLevel.onHand(received),
                        transferId.value(),
                        reason));
    }

    @Override
    public List<LotChange> lotChanges() {
        return LotUnits.changes(lots, StockLevel::onHand);
    }

    @Override
    public SerialMove serialMove() {
        return SerialMove.outOf(serials, SerialPlace.IN_STOCK, transferId);
    }
}
