package io.daybook.projection.inventory;

import static io.daybook.projection.ProjectionFixtures.received;
import static io.daybook.projection.ProjectionFixtures.stockItem;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.inventory.Bucket;
import io.daybook.domain.inventory.ReorderPolicySet;
import io.daybook.domain.inventory.StockItemRegistered;
import io.daybook.domain.inventory.StockMovedToBucket;
import io.daybook.domain.inventory.StockReserved;
import io.daybook.domain.projection.ProjectionNames;
import io.daybook.domain.shared.ReservationId;
import io.daybook.projection.ProjectionNode;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StockProjectionIT {

    @Test
    void keepsAStockItem() {
        try (var node = ProjectionNode.start()) {
            node.append(
                    new StockItemRegistered(stockItem(1)),
                    received(1, 10),
                    new StockReserved(
                            stockItem(1),
                            ReservationId.of(new UUID(0x0199d0a46f3c7000L, 1L << 63)),
                            3,
                            null),
                    new ReorderPolicySet(stockItem(1), 5, 4, 2),
                    received(2, 1));
            node.catchUp(ProjectionNames.STOCK);

            var row =
                    node.sql()
                            .queryForMap(
                                    "SELECT * FROM readmodel.stock_item WHERE stock_item_id = ?",
                                    stockItem(1).toString());
            assertThat(row)
                    .containsEntry("tenant", "demo")
                    .containsEntry("sku", "SKU-1")
                    .containsEntry("location", "main")
                    .containsEntry("on_hand", 10L)
                    .containsEntry("reserved", 3L)
                    .containsEntry("version", 4L)
                    .containsEntry("last_position", 4L);
            assertThat(String.valueOf(row.get("document")))
                    .contains("\"available\":%s".formatted(row.get("available")))
                    .contains("\"safetyStock\":%s".formatted(row.get("safety_stock")))
                    .contains("\"reorderPoint\":%s".formatted(row.get("reorder_point")))
                    .contains("\"backorderLimit\":%s".formatted(row.get("backorder_limit")));
            assertThat(node.count("readmodel.stock_item", "version = 1 AND available = 1")).isOne();
        }
    }

    @Test
    void goesOnFromADocumentThatIsOlderThanBucketsAndLots() {
        try (var node = ProjectionNode.start()) {
            node.append(new StockItemRegistered(stockItem(1)), received(1, 10));
            node.catchUp(ProjectionNames.STOCK);
            node.sql()
                    .update(
                            "UPDATE readmodel.stock_item SET document = ?::json",
                            """
                            {"sku":"SKU-1","location":"main","onHand":10,"reserved":0,"available":10,"buckets":{},\
                            "backorderLimit":0,"reorderPoint":0,"safetyStock":0,"version":2,\
                            "updatedAt":"2026-01-01T00:00:00Z"}\
                            """);

            node.append(new StockMovedToBucket(stockItem(1), Bucket.DAMAGED, 3, "wet", null));
            node.catchUp(ProjectionNames.STOCK);

            assertThat(
                            node.count(
                                    "readmodel.stock_item",
                                    "version = 3 AND damaged = 3 AND available = 7"))
                    .isOne();
        }
    }
}
