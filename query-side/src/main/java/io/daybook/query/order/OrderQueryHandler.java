package io.daybook.query.order;

import io.daybook.domain.order.FindOrder;
import io.daybook.domain.order.FindOrderAt;
import io.daybook.domain.order.ListOrders;
import io.daybook.domain.read.Lookup;
import io.daybook.domain.read.Page;
import io.daybook.query.read.Answer;
import io.daybook.query.read.Documents;
import io.daybook.query.read.DocumentsById;
import io.daybook.query.read.Item;
import io.daybook.query.read.Row;
import io.daybook.query.read.Selection;
import io.daybook.query.read.TimeCursor;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.r2dbc.core.DatabaseClient;

/** Answers the queries about orders. */
public final class OrderQueryHandler {

    private final Documents documents;
    private final DocumentsById byId;
    private final OrderHistory history;

    public OrderQueryHandler(DatabaseClient database) {
        this.documents = new Documents(database);
        this.byId = new DocumentsById(database, "readmodel.order_summary", "order_id");
        this.history = new OrderHistory(database);
    }

    @QueryHandler
    CompletableFuture<Lookup> handle(FindOrder query) {
        return byId.find(query.tenant(), query.orderId());
    }

    @QueryHandler
    CompletableFuture<Lookup> handle(FindOrderAt query) {
        return Answer.of(history.at(query.tenant(), query.orderId(), query.moment()));
    }

    @QueryHandler
    CompletableFuture<Page> handle(ListOrders query) {
        var selection =
                new Selection(
                                "SELECT order_id, placed_at, document::text AS document"
                                        + " FROM readmodel.order_summary AS o",
                                query.tenant())
                        .and("status = :status", "status", query.status())
                        .and("customer_id = :customer", "customer", query.customerId())
                        .and("reference = :reference", "reference", query.reference())
                        .and("placed_at >= :from", "from", query.placedFrom())
                        .and("placed_at < :to", "to", query.placedTo())
                        .and("search_text LIKE :text", "text", Selection.containing(query.text()))
                        .and(
                                "EXISTS (SELECT 1 FROM readmodel.order_line AS l WHERE l.tenant = o.tenant"
                                        + " AND l.order_id = o.order_id AND l.sku = :sku)",
                                "sku",
                                query.sku());
        var cursor = query.page().after();
        if (cursor != null) {
            selection
                    .and(
                            query.newestFirst()
                                    ? "(placed_at, order_id) < (:placedAt, :id)"
                                    : "(placed_at, order_id) > (:placedAt, :id)",
                            "placedAt",
                            TimeCursor.timeOf(cursor))
                    .with("id", cursor.id());
        }
        var order = query.newestFirst() ? "placed_at DESC, order_id DESC" : "placed_at, order_id";
        return Answer.of(documents.page(selection, order, query.page(), OrderQueryHandler::item));
    }

    private static Item item(Row row) {
        return new Item(
                row.text("document"),
                TimeCursor.of(row.instant("placed_at"), row.text("order_id")));
    }
}
