package io.daybook.domain.inventory;

import io.daybook.domain.shared.StockItemId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes units off the books for good.
 *
 * @param bucket where they are; {@code null} for the sellable stock
 */
public record WriteOffStock(
        StockItemId stockItemId,
        int quantity,
        String reason,
        @Nullable Bucket bucket,
        @Nullable LotNumber lot,
        List<SerialNumber> serials)
        implements StockCommand {

    public WriteOffStock {
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity must be at least 1");
        }
        serials = List.copyOf(serials);
    }
}
