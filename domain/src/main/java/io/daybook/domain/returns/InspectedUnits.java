package io.daybook.domain.returns;

import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody found when he looked at units.
 *
 * @param accepted whether the customer gets his money back for them
 * @param location where they go; {@code null} for where they came from
 * @param lot of the goods, where lots are kept; {@code null} otherwise
 * @param serials of the units, where serials are kept; empty otherwise
 */
public record InspectedUnits(
        LineId lineId,
        int quantity,
        Disposition disposition,
        boolean accepted,
        @Nullable Location location,
        @Nullable String lot,
        List<String> serials,
        @Nullable String note) {

    public InspectedUnits {
        serials = List.copyOf(serials);
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity must be at least 1");
        }
    }

    /** Where the units go. */
    public Location at(ReturnLine line) {
        return location == null ? line.location() : location;
    }
}
