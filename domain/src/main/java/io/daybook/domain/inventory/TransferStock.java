package io.daybook.domain.inventory;

import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.TransferId;
import java.time.Instant;
import java.util.List;

/**
 * Sends units to another location. They are in transit until they are received there.
 *
 * @param requestedAt tells which lots have expired: those stay
 */
public record TransferStock(
        StockItemId stockItemId,
        TransferId transferId,
        Location to,
        int quantity,
        Instant requestedAt,
        List<SerialNumber> serials)
        implements StockCommand {

    public TransferStock {
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity must be at least 1");
        }
        serials = List.copyOf(serials);
    }
}
