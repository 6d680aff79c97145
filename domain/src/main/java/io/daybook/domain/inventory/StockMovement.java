package io.daybook.domain.inventory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the ledger of a stock item.
 *
 * @param position of its event in the log
 * @param version of the stock item with it
 * @param quantity the change of the number that the movement is about
 * @param change the change of every number
 * @param cause what it was done for: a reservation, a transfer, a return, a reference
 * @param balance what there was after it
 */
public record StockMovement(
        long position,
        long version,
        Instant recordedAt,
        MovementType type,
        long quantity,
        StockLevel change,
        @Nullable String cause,
        @Nullable String reason,
        List<LotNumber> lots,
        List<SerialNumber> serials,
        StockBalance balance) {}
