package io.daybook.domain.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.TransferId;
import java.util.List;
import java.util.Optional;
import org.axonframework.serialization.Revision;

/** Units left for another location; they are in transit until they are received there. */
@Revision("1")
public record TransferDispatched(
        StockItemId stockItemId,
        TransferId transferId,
        Location to,
        int quantity,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LotUnits> lots,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SerialNumber> serials)
        implements StockEvent {

    public TransferDispatched {
        lots = lots == null ? List.of() : List.copyOf(lots);
        serials = serials == null ? List.of() : List.copyOf(serials);
    }

    @Override
    public Optional<Movement> movement() {
        return Optional.of(
                new Movement(
                        MovementType.TRANSFERRED_OUT,
                        StockLevel.onHand(-quantity),
                        transferId.value(),
                        null));
    }

    @Override
    public List<LotChange> lotChanges() {
        return LotUnits.changes(lots, units -> StockLevel.onHand(-units));
    }

    @Override
    public SerialMove serialMove() {
        return SerialMove.sent(serials, transferId, to);
    }
}
