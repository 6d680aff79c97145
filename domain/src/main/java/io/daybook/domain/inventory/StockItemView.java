package io.daybook.domain.inventory;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.Sku;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stock item as callers see it, folded from its events; the read model and time travel use this
 * same fold.
 *
 * @param buckets units on hand that are not sellable, by name
 * @param version the number of events behind this view
 */
public record StockItemView(
        Sku sku,
        Location location,
        long onHand,
        long reserved,
        long available,
        @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES) Map<String, Long> buckets,
        int backorderLimit,
        int reorderPoint,
        int safetyStock,
        long version,
        Instant updatedAt) {

    public StockItemView {
        buckets = Map.copyOf(buckets);
    }

    /** Applies one event; {@code before} is {@code null} for the first. */
    public static StockItemView evolve(
            @Nullable StockItemView before, StockEvent event, Instant recordedAt) {
        var item =
                before != null
                        ? before
                        : new StockItemView(
                                event.stockItemId().sku(),
                                event.stockItemId().location(),
                                0,
                                0,
                                0,
                                Map.of(),
                                0,
                                0,
                                0,
                                0,
                                recordedAt);
        return switch (event) {
            case StockItemRegistered _ -> item.moved(0, 0, recordedAt);
            case StockReceived e -> item.moved(e.quantity(), 0, recordedAt);
            case StockAdjusted e -> item.moved(e.delta(), 0, recordedAt);
            case StockCounted e -> item.moved(e.delta(), 0, recordedAt);
            case StockReserved e -> item.moved(0, e.quantity(), recordedAt);
            case ReservationReleased e -> item.moved(0, -e.quantity(), recordedAt);
            case ReservationReduced e -> item.moved(0, -e.quantity(), recordedAt);
            case ReservationCommitted e -> item.moved(-e.quantity(), -e.quantity(), recordedAt);
            case ReorderPolicySet e ->
                    item.with(
                            item.onHand,
                            item.reserved,
                            e.backorderLimit(),
                            e.reorderPoint(),
                            e.safetyStock(),
                            recordedAt);
        };
    }

    private StockItemView moved(long onHandDelta, long reservedDelta, Instant recordedAt) {
        return with(
                onHand + onHandDelta,
                reserved + reservedDelta,
                backorderLimit,
                reorderPoint,
                safetyStock,
                recordedAt);
    }

    private StockItemView with(
            long onHand,
            long reserved,
            int backorder,
            int reorder,
            int safety,
            Instant recordedAt) {
        return new StockItemView(
                sku,
                location,
                onHand,
                reserved,
                onHand - reserved - safety,
                safety == 0 ? Map.of() : Map.of("safety", (long) safety),
                backorder,
                reorder,
                safety,
                version + 1,
                recordedAt);
    }
}
