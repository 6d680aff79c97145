package io.daybook.domain.inventory;

import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.TransferId;
import java.util.List;

/** Tells the receiving location what is on its way; registers the stock item on first use. */
public record AnnounceTransfer(
        StockItemId stockItemId,
        TransferId transferId,
        Location from,
        int quantity,
        List<LotUnits> lots,
        List<SerialNumber> serials)
        implements StockCommand {

    public AnnounceTransfer {
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity must be at least 1");
        }
        lots = List.copyOf(lots);
        serials = List.copyOf(serials);
    }
}
