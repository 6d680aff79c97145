package io.daybook.domain.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.daybook.domain.shared.StockItemId;
import java.util.List;
import java.util.Optional;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Units on hand are not to be sold for now. */
@Revision("1")
public record StockMovedToBucket(
        StockItemId stockItemId,
        Bucket bucket,
        int quantity,
        String reason,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LotNumber lot)
        implements StockEvent {

    @Override
    public Optional<Movement> movement() {
        return Optional.of(
                new Movement(
                        MovementType.MOVED_TO_BUCKET,
                        bucket.holding(quantity),
                        bucket.label(),
                        reason));
    }

    @Override
    public List<LotChange> lotChanges() {
        return LotChange.of(lot, null, bucket.holding(quantity));
    }
}
