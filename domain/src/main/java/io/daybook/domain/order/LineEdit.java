package io.daybook.domain.order;

import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * New terms of a line; what is {@code null} stays as it is.
 *
 * @param quantity units ordered, with those that were shipped or cancelled
 */
public record LineEdit(
        LineId lineId,
        @Nullable Integer quantity,
        @Nullable Money unitPrice,
        @Nullable Money discount) {

    public LineEdit {
        if (quantity != null && quantity < 1) {
            throw new IllegalArgumentException("quantity must be at least 1");
        }
    }
}
