package io.daybook.domain.inventory;

import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.TransferId;
import java.util.List;

/** Tells the sending location what was received of a transfer. */
public record ConfirmTransfer(
        StockItemId stockItemId,
        TransferId transferId,
        int received,
        List<LotUnits> lots,
        List<SerialNumber> serials)
        implements StockCommand {

    public ConfirmTransfer {
        lots = List.copyOf(lots);
        serials = List.copyOf(serials);
    }
}
