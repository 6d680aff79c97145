package io.daybook.domain.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.daybook.domain.shared.StockItemId;
import java.util.List;
import java.util.Optional;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The quantity on hand was corrected by a difference. */
@Revision("1")
public record StockAdjusted(
        StockItemId stockItemId,
        int delta,
        String reason,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LotNumber lot)
        implements StockEvent {

    public StockAdjusted(StockItemId stockItemId, int delta, String reason) {
        this(stockItemId, delta, reason, null);
    }

    @Override
    public Optional<Movement> movement() {
        return Optional.of(
                new Movement(MovementType.ADJUSTED, StockLevel.onHand(delta), null, reason));
    }

    @Override
    public List<LotChange> lotChanges() {
        return LotChange.of(lot, null, StockLevel.onHand(delta));
    }
}
