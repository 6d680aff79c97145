package io.daybook.api.inventory;

import io.daybook.api.exchange.Checks;
import io.daybook.domain.inventory.Bucket;
import io.daybook.domain.inventory.LotNumber;
import io.daybook.domain.inventory.SerialNumber;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parts of requests that several calls have. */
final class StockParts {

    private static final int MOST_SERIALS = 1_000;

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

    /** None when the list is absent. */
    static List<SerialNumber> serials(Checks checks, @Nullable List<@Nullable String> raw) {
        if (raw == null) {
            return List.of();
        }
        if (raw.isEmpty() || raw.size() > MOST_SERIALS) {
            checks.wrong("/serials", "must have 1 to " + MOST_SERIALS + " entries");
            return List.of();
        }
        var serials = new ArrayList<SerialNumber>();
        for (int i = 0; i < raw.size(); i++) {
            var serial = checks.value("/serials/" + i, raw.get(i), SerialNumber::new);
            if (serial != null) {
                serials.add(serial);
            }
        }
        return serials;
    }

    static @Nullable Bucket bucket(Checks checks, @Nullable String raw) {
        return checks.optional("/bucket", raw, Bucket::of);
    }
}
