package io.daybook.query.inventory;

import io.daybook.domain.inventory.FindSku;
import io.daybook.domain.inventory.FindStockItem;
import io.daybook.domain.inventory.FindStockItemAt;
import io.daybook.domain.inventory.ListStock;
import io.daybook.domain.inventory.StockEvent;
import io.daybook.domain.inventory.StockItemView;
import io.daybook.domain.read.Cursor;
import io.daybook.domain.read.Lookup;
import io.daybook.domain.read.Page;
import io.daybook.query.history.TimeTravel;
import io.daybook.query.read.Answer;
import io.daybook.query.read.Documents;
import io.daybook.query.read.DocumentsById;
import io.daybook.query.read.Item;
import io.daybook.query.read.Row;
import io.daybook.query.read.Selection;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.r2dbc.core.DatabaseClient;

/** Answers the queries about stock. */
public final class StockQueryHandler {

    private final Documents documents;
    private final DocumentsById byId;
    private final TimeTravel<StockEvent, StockItemView> history;

    public StockQueryHandler(DatabaseClient database) {
        this.documents = new Documents(database);
        this.byId = new DocumentsById(database, "readmodel.stock_item", "stock_item_id");
        this.history = new TimeTravel<>(database, StockEvent.class, StockItemView::evolve);
    }

    @QueryHandler
    CompletableFuture<Lookup> handle(FindStockItem query) {
        var id = query.stockItemId();
        return byId.find(id.tenant(), id);
    }

    @QueryHandler
    CompletableFuture<Lookup> handle(FindStockItemAt query) {
        var id = query.stockItemId();
        return Answer.of(history.at(id.tenant(), id, query.moment()));
    }

    @QueryHandler
    CompletableFuture<Lookup> handle(FindSku query) {
        var selection =
                new Selection(
                                "SELECT on_hand, reserved, available, version, document::text AS document"
                                        + " FROM readmodel.stock_item",
                                query.tenant())
                        .and("sku = :sku", "sku", query.sku())
                        .orderBy("location", Integer.MAX_VALUE);
        return Answer.of(
                documents
                        .all(selection, SkuSum.Part::of)
                        .map(parts -> SkuSum.of(query.sku(), parts)));
    }

    @QueryHandler
    CompletableFuture<Page> handle(ListStock query) {
        var selection =
                new Selection(
                                "SELECT sku, location, document::text AS document FROM readmodel.stock_item",
                                query.tenant())
                        .and("sku = :sku", "sku", query.sku())
                        .and("location = :location", "location", query.location());
        if (query.belowReorderPoint()) {
            selection.and("available < reorder_point");
        }
        var cursor = query.page().after();
        if (cursor != null) {
            selection
                    .and("(sku, location) > (:lastSku, :lastLocation)", "lastSku", cursor.key())
                    .with("lastLocation", cursor.id());
        }
        return Answer.of(
                documents.page(selection, "sku, location", query.page(), StockQueryHandler::item));
    }

    private static Item item(Row row) {
        return new Item(row.text("document"), new Cursor(row.text("sku"), row.text("location")));
    }
}
