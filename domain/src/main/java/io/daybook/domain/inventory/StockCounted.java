package io.daybook.domain.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.daybook.domain.shared.StockItemId;
import java.util.List;
import java.util.Optional;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The shelf was counted, or one lot on it; {@code delta} is what the count changed. */
@Revision("1")
public record StockCounted(
        StockItemId stockItemId,
        int counted,
        int delta,
        String reason,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LotNumber lot)
        implements StockEvent {

    public StockCounted(StockItemId stockItemId, int counted, int delta, String reason) {
        this(stockItemId, counted, delta, reason, null);
    }

    @Override
    public Optional<Movement> movement() {
        return Optional.of(
                new Movement(MovementType.COUNTED, StockLevel.onHand(delta), null, reason));
    }

    @Override
    public List<LotChange> lotChanges() {
        return LotChange.of(lot, null, StockLevel.onHand(delta));
    }
}
