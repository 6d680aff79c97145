package io.daybook.query.returns;

import io.daybook.domain.read.Lookup;
import io.daybook.domain.read.Page;
import io.daybook.domain.returns.FindReturn;
import io.daybook.domain.returns.FindReturnAt;
import io.daybook.domain.returns.ListReturns;
import io.daybook.domain.returns.ReturnEvent;
import io.daybook.domain.returns.ReturnView;
import io.daybook.query.history.TimeTravel;
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

/** Answers the queries about returns. */
public final class ReturnQueryHandler {

    private final Documents documents;
    private final DocumentsById byId;
    private final TimeTravel<ReturnEvent, ReturnView> history;

    public ReturnQueryHandler(DatabaseClient database) {
        this.documents = new Documents(database);
        this.byId = new DocumentsById(database, "readmodel.return_summary", "return_id");
        this.history = new TimeTravel<>(database, ReturnEvent.class, ReturnView::evolve);
    }

    @QueryHandler
    CompletableFuture<Lookup> handle(FindReturn query) {
        return byId.find(query.tenant(), query.returnId());
    }

    @QueryHandler
    CompletableFuture<Lookup> handle(FindReturnAt query) {
        return Answer.of(history.at(query.tenant(), query.returnId(), query.moment()));
    }

    @QueryHandler
    CompletableFuture<Page> handle(ListReturns query) {
        var selection =
                new Selection(
                                "SELECT return_id, requested_at, document::text AS document"
                                        + " FROM readmodel.return_summary",
                                query.tenant())
                        .and("order_id = :order", "order", query.orderId())
                        .and("status = :status", "status", query.status())
                        .and("kind = :kind", "kind", query.kind());
        var cursor = query.page().after();
        if (cursor != null) {
            selection
                    .and(
                            "(requested_at, return_id) < (:requestedAt, :id)",
                            "requestedAt",
                            TimeCursor.timeOf(cursor))
                    .with("id", cursor.id());
        }
        return Answer.of(
                documents.page(
                        selection,
                        "requested_at DESC, return_id DESC",
                        query.page(),
                        ReturnQueryHandler::item));
    }

    private static Item item(Row row) {
        return new Item(
                row.text("document"),
                TimeCursor.of(row.instant("requested_at"), row.text("return_id")));
    }
}
