package io.daybook.domain.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.daybook.domain.shared.StockItemId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Units that had been shipped came back.
 *
 * @param key what they came back with, for example a line of a return
 * @param bucket where they were put; {@code null} for the sellable stock
 */
@Revision("1")
public record StockRestocked(
        StockItemId stockItemId,
        String key,
        int quantity,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Bucket bucket,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LotNumber lot,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate expiresOn,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SerialNumber> serials)
        implements StockEvent {

    public StockRestocked {
        serials = serials == null ? List.of() : List.copyOf(serials);
    }

    @Override
    public Optional<Movement> movement() {
        return Optional.of(
                new Movement(
                        MovementType.RESTOCKED,
                        change(),
                        key,
                        bucket == null ? null : bucket.label()));
    }

    @Override
    public List<LotChange> lotChanges() {
        return LotChange.of(lot, expiresOn, change());
    }

    @Override
    public SerialMove serialMove() {
        return SerialMove.of(serials, SerialPlace.IN_STOCK);
    }

    private StockLevel change() {
        var back = StockLevel.onHand(quantity);
        return bucket == null ? back : back.plus(bucket.holding(quantity));
    }
}
