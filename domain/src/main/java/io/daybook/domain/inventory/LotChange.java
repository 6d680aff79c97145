package io.daybook.domain.inventory;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one event did to the units of one lot. */
record LotChange(LotNumber lot, @Nullable LocalDate expiresOn, StockLevel change) {

    /** The change of a lot, when there is one. */
    static List<LotChange> of(
            @Nullable LotNumber lot, @Nullable LocalDate expiresOn, StockLevel change) {
        return lot == null ? List.of() : List.of(new LotChange(lot, expiresOn, change));
    }
}
