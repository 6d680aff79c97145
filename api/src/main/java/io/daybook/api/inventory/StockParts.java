package io.daybook.api.inventory;

import io.daybook.api.exchange.Checks;
import io.daybook.domain.inventory.Bucket;
import io.daybook.domain.inventory.LotNumber;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Parts of requests that several calls have. */
final class StockParts {

    private StockParts() {}

    static @Nullable LotNumber lot(Checks checks, @Nullable String raw) {
        return checks.optional("/lot", raw, LotNumber::new);
    }

    static @Nullable LocalDate day(Checks checks, String pointer, @Nullable String raw) {
        return checks.optional(pointer, raw, StockParts::parsed);
    }

    private static LocalDate parsed(String raw) {
        try {
            return LocalDate.parse(raw);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("must be a day, for example 2026-01-31", e);
        }
    }

    static @Nullable Bucket bucket(Checks checks, @Nullable String raw) {
        return checks.optional("/bucket", raw, Bucket::of);
    }
}
