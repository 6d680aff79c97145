package io.daybook.domain.inventory;

import io.daybook.domain.shared.StockItemId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Books goods in; registers the stock item on first use.
 *
 * @param expiresOn the last day on which units of the lot may be sold; {@code null} when they keep
 * @param serials the single units, all of them or none
 */
public record ReceiveStock(
        StockItemId stockItemId,
        int quantity,
        @Nullable String reference,
        @Nullable LotNumber lot,
        @Nullable LocalDate expiresOn,
        List<SerialNumber> serials)
        implements StockCommand {

    public ReceiveStock {
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity must be at least 1");
        }
        serials = List.copyOf(serials);
        if (expiresOn != null && lot == null) {
            throw new IllegalArgumentException("only a lot expires");
        }
    }

    public ReceiveStock(StockItemId stockItemId, int quantity, @Nullable String reference) {
        this(stockItemId, quantity, reference, null, null, List.of());
    }
}
