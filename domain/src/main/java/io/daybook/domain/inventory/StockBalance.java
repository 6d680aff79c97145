package io.daybook.domain.inventory;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.HashMap;
import java.util.Map;

/**
 * The numbers of a stock item after a movement.
 *
 * @param buckets units on hand that are not sellable, by name
 */
public record StockBalance(
        long onHand,
        long reserved,
        long available,
        @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES) Map<String, Long> buckets) {

    public StockBalance {
        buckets = Map.copyOf(buckets);
    }

    static StockBalance of(StockLevel level, int safetyStock) {
        return new StockBalance(
                level.onHand(),
                level.reserved(),
                level.unpromised() - safetyStock,
                buckets(level, safetyStock));
    }

    /** The buckets that hold something: mostly none. */
    static Map<String, Long> buckets(StockLevel level, int safetyStock) {
        if (level.damaged() == 0 && level.quarantine() == 0 && safetyStock == 0) {
            return Map.of();
        }
        var held = new HashMap<String, Long>();
        held.put("safety", (long) safetyStock);
        for (Bucket bucket : Bucket.values()) {
            held.put(bucket.label(), bucket.of(level));
        }
        held.values().removeIf(units -> units == 0);
        return held;
    }
}
