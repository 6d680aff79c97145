package io.daybook.domain.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.daybook.domain.shared.StockItemId;
import java.util.List;
import java.util.Optional;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Units are gone for good.
 *
 * @param bucket where they were; {@code null} for the sellable stock
 */
@Revision("1")
public record StockWrittenOff(
        StockItemId stockItemId,
        int quantity,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Bucket bucket,
        String reason,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LotNumber lot,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SerialNumber> serials)
        implements StockEvent {

    public StockWrittenOff {
        serials = serials == null ? List.of() : List.copyOf(serials);
    }

    @Override
    public Optional<Movement> movement() {
        return Optional.of(
                new Movement(
                        MovementType.WRITTEN_OFF,
                        change(),
                        bucket == null ? null : bucket.label(),
                        reason));
    }

    @Override
    public List<LotChange> lotChanges() {
        return LotChange.of(lot, null, change());
    }

    @Override
    public SerialMove serialMove() {
        return SerialMove.of(serials, SerialPlace.WRITTEN_OFF);
    }

    private StockLevel change() {
        var gone = StockLevel.onHand(-quantity);
        return bucket == null ? gone : gone.plus(bucket.holding(-quantity));
    }
}
