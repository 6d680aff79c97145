package io.daybook.domain.returns;

import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Sku;
import org.jspecify.annotations.Nullable;

/**
 * Something in a parcel that nobody announced. It is on record, and neither restocked nor paid for.
 *
 * @param lineId the line of which too many units came; {@code null} for other goods
 */
public record UnexpectedItem(
        @Nullable LineId lineId, Sku sku, int quantity, @Nullable String note) {

    public UnexpectedItem {
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity must be at least 1");
        }
    }
}
