package io.daybook.domain.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.daybook.domain.shared.StockItemId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Goods came in. */
@Revision("1")
public record StockReceived(
        StockItemId stockItemId,
        int quantity,
        @Nullable String reference,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LotNumber lot,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate expiresOn,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SerialNumber> serials)
        implements StockEvent {

    public StockReceived {
        serials = serials == null ? List.of() : List.copyOf(serials);
    }

    public StockReceived(StockItemId stockItemId, int quantity, @Nullable String reference) {
        this(stockItemId, quantity, reference, null, null, List.of());
    }

    @Override
    public Optional<Movement> movement() {
        return Optional.of(
                new Movement(MovementType.RECEIVED, StockLevel.onHand(quantity), reference, null));
    }

    @Override
    public List<LotChange> lotChanges() {
        return LotChange.of(lot, expiresOn, StockLevel.onHand(quantity));
    }

    @Override
    public SerialMove serialMove() {
        return SerialMove.of(serials, SerialPlace.IN_STOCK);
    }
}
