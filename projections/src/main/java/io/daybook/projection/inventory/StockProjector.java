package io.daybook.projection.inventory;

import static io.daybook.projection.table.Column.text;
import static io.daybook.projection.table.Column.time;
import static io.daybook.projection.table.Column.whole;

import io.daybook.domain.inventory.Bucket;
import io.daybook.domain.inventory.StockEvent;
import io.daybook.domain.inventory.StockItemView;
import io.daybook.domain.projection.ProjectionNames;
import io.daybook.projection.Projector;
import io.daybook.projection.RecordedEvent;
import io.daybook.projection.table.DocumentTable;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Folds the events of a stock item into its row. */
final class StockProjector implements Projector {

    private final DocumentTable<StockItemView> items;

    StockProjector(JdbcTemplate jdbc) {
        this.items =
                new DocumentTable<>(
                        jdbc,
                        "readmodel.stock_item",
                        "stock_item_id",
                        StockItemView.class,
                        List.of(
                                text("sku", StockItemView::sku),
                                text("location", StockItemView::location),
                                whole("on_hand", StockItemView::onHand),
                                whole("reserved", StockItemView::reserved),
                                whole("available", StockItemView::available),
                                whole("damaged", item -> bucket(item, Bucket.DAMAGED)),
                                whole("quarantine", item -> bucket(item, Bucket.QUARANTINE)),
                                whole("backordered", StockItemView::backordered),
                                whole("incoming", StockItemView::incoming),
                                whole("safety_stock", StockItemView::safetyStock),
                                whole("backorder_limit", StockItemView::backorderLimit),
                                whole("reorder_point", StockItemView::reorderPoint),
                                whole("version", StockItemView::version),
                                time("updated_at", StockItemView::updatedAt)));
    }

    private static long bucket(StockItemView item, Bucket bucket) {
        return item.buckets().getOrDefault(bucket.label(), 0L);
    }

    @Override
    public String name() {
        return ProjectionNames.STOCK;
    }

    @Override
    public Set<String> entityTypes() {
        return Set.of("stock-item");
    }

    @Override
    public boolean handles(Class<?> payloadType) {
        return StockEvent.class.isAssignableFrom(payloadType);
    }

    @Override
    public String sequenceKey(Object payload) {
        return ((StockEvent) payload).stockItemId().toString();
    }

    @Override
    public void apply(List<RecordedEvent> batch) {
        items.save(
                items.fold(batch, event -> sequenceKey(event.payload()), StockProjector::evolve));
    }

    private static @Nullable StockItemView evolve(
            @Nullable StockItemView before, RecordedEvent event) {
        return event.follows(before == null ? 0 : before.version())
                ? StockItemView.evolve(before, (StockEvent) event.payload(), event.recordedAt())
                : null;
    }

    @Override
    public void clear() {
        items.clear();
    }
}
