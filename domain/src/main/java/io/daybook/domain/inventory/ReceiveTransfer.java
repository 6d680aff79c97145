package io.daybook.domain.inventory;

import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.TransferId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts a transfer in at the location that it went to, and ends it there.
 *
 * @param received what was counted, 0 or more
 * @param serials the single units; may be left out when everything arrived or none were named
 */
public record ReceiveTransfer(
        StockItemId stockItemId,
        TransferId transferId,
        int received,
        @Nullable String reason,
        List<SerialNumber> serials)
        implements StockCommand {

    public ReceiveTransfer {
        serials = List.copyOf(serials);
        if (received < 0) {
            throw new IllegalArgumentException("received must not be negative");
        }
    }
}
