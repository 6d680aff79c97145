package io.daybook.domain.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.daybook.domain.shared.StockItemId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The limits of the stock item are these from now on.
 *
 * @param backorderDays after how many days backordered units are promised; {@code null} for no
 *     promise
 */
@Revision("1")
public record ReorderPolicySet(
        StockItemId stockItemId,
        int reorderPoint,
        int safetyStock,
        int backorderLimit,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer backorderDays)
        implements StockEvent {

    public ReorderPolicySet(
            StockItemId stockItemId, int reorderPoint, int safetyStock, int backorderLimit) {
        this(stockItemId, reorderPoint, safetyStock, backorderLimit, null);
    }
}
