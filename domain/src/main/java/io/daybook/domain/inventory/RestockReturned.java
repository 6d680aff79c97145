package io.daybook.domain.inventory;

import io.daybook.domain.shared.StockItemId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes units back that had been shipped. Repeating it with the same key changes nothing.
 *
 * @param key what they come back with, for example a line of a return
 * @param bucket where they are put; {@code null} for the sellable stock
 */
public record RestockReturned(
        StockItemId stockItemId,
        String key,
        int quantity,
        @Nullable Bucket bucket,
        @Nullable LotNumber lot,
        @Nullable LocalDate expiresOn,
        List<SerialNumber> serials)
        implements StockCommand {

    public RestockReturned {
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity must be at least 1");
        }
        serials = List.copyOf(serials);
    }

    public RestockReturned(
            StockItemId stockItemId, String key, int quantity, @Nullable Bucket bucket) {
        this(stockItemId, key, quantity, bucket, null, null, List.of());
    }
}
