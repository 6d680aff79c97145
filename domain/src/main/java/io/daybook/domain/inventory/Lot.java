package io.daybook.domain.inventory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The units of one lot, as {@link StockLevel} counts them.
 *
 * @param expiresOn the last day on which they may be sold; {@code null} when they keep for ever
 */
public record Lot(
        LotNumber lot,
        @Nullable LocalDate expiresOn,
        long onHand,
        long reserved,
        long damaged,
        long quarantine) {

    StockLevel level() {
        return new StockLevel(onHand, reserved, damaged, quarantine);
    }

    static Lot of(LotNumber lot, @Nullable LocalDate expiresOn, StockLevel level) {
        return new Lot(
                lot,
                expiresOn,
                level.onHand(),
                level.reserved(),
                level.damaged(),
                level.quarantine());
    }

    /** Whether its units may be promised on that day; on an unknown day only if they keep. */
    boolean isGoodOn(@Nullable LocalDate day) {
        return expiresOn == null || (day != null && !day.isAfter(expiresOn));
    }
}
