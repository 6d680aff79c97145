package io.daybook.domain.inventory;

import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.TransferId;

/** Explains the difference between what was sent and what was received; ends the transfer. */
public record ResolveTransfer(
        StockItemId stockItemId,
        TransferId transferId,
        DiscrepancyResolution resolution,
        String reason)
        implements StockCommand {}
