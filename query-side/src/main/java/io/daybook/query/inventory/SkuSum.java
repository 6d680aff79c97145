package io.daybook.query.inventory;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.daybook.domain.read.Lookup;
import io.daybook.domain.shared.Sku;
import io.daybook.query.read.Row;
import io.daybook.query.read.ViewJson;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * A SKU at all its locations.
 *
 * @param locations the stored documents as a JSON array
 */
@JsonPropertyOrder({"sku", "onHand", "reserved", "available", "locations"})
record SkuSum(Sku sku, long onHand, long reserved, long available, @JsonRawValue String locations) {

    /** What one location contributes. */
    record Part(long onHand, long reserved, long available, long version, String document) {

        static Part of(Row row) {
            return new Part(
                    row.number("on_hand"),
                    row.number("reserved"),
                    row.number("available"),
                    row.number("version"),
                    row.text("document"));
        }
    }

    static Lookup of(Sku sku, List<Part> parts) {
        if (parts.isEmpty()) {
            return Lookup.NOTHING;
        }
        var locations =
                parts.stream().map(Part::document).collect(Collectors.joining(",", "[", "]"));
        var sum =
                new SkuSum(
                        sku,
                        sum(parts, Part::onHand),
                        sum(parts, Part::reserved),
                        sum(parts, Part::available),
                        locations);
        return Lookup.of(ViewJson.of(sum), sum(parts, Part::version));
    }

    private static long sum(List<Part> parts, ToLongFunction<Part> part) {
        return parts.stream().mapToLong(part).sum();
    }
}
