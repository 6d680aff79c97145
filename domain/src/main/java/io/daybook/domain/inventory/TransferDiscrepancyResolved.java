package io.daybook.domain.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.TransferId;
import java.util.List;
import java.util.Optional;
import org.axonframework.serialization.Revision;

/**
 * The difference between what was sent and what was received is explained; the transfer has ended.
 *
 * @param missing sent and not received; negative when more came than was sent
 */
@Revision("1")
public record TransferDiscrepancyResolved(
        StockItemId stockItemId,
        TransferId transferId,
        int missing,
        DiscrepancyResolution resolution,
        String reason,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LotUnits> lots,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SerialNumber> serials)
        implements StockEvent {

    public TransferDiscrepancyResolved {
        lots = lots == null ? List.of() : List.copyOf(lots);
        serials = serials == null ? List.of() : List.copyOf(serials);
    }

    @Override
    public Optional<Movement> movement() {
        return isCorrection()
                ? Optional.of(
                        new Movement(
                                MovementType.TRANSFER_CORRECTED,
                                StockLevel.onHand(missing),
                                transferId.value(),
                                reason))
                : Optional.empty();
    }

    @Override
    public List<LotChange> lotChanges() {
        return isCorrection()
                ? LotUnits.changes(lots, units -> StockLevel.onHand(missing < 0 ? -units : units))
                : List.of();
    }

    @Override
    public SerialMove serialMove() {
        return SerialMove.outOf(
                serials,
                isCorrection() ? SerialPlace.IN_STOCK : SerialPlace.WRITTEN_OFF,
                transferId);
    }

    private boolean isCorrection() {
        return resolution == DiscrepancyResolution.CORRECTED_AT_SOURCE;
    }
}
