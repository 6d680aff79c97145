package io.daybook.domain.returns;

import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.Sku;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Units that go back into the stock.
 *
 * @param quarantine whether they are kept aside there, not for sale
 * @param lot of the goods, where lots are kept; {@code null} otherwise
 * @param serials of the units, where serials are kept; empty otherwise
 */
public record Restock(
        Sku sku,
        Location location,
        int quantity,
        boolean quarantine,
        @Nullable String lot,
        List<String> serials) {

    public Restock {
        serials = List.copyOf(serials);
    }
}
