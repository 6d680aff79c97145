package io.daybook.query.storecredit;

import io.daybook.domain.read.Cursor;
import io.daybook.domain.read.Lookup;
import io.daybook.domain.read.Page;
import io.daybook.domain.storecredit.FindStoreCredit;
import io.daybook.domain.storecredit.FindStoreCreditAt;
import io.daybook.domain.storecredit.ListStoreCredit;
import io.daybook.domain.storecredit.StoreCreditEvent;
import io.daybook.domain.storecredit.StoreCreditView;
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

/** Answers the queries about store credit. */
public final class StoreCreditQueryHandler {

    private final Documents documents;
    private final DocumentsById byId;
    private final TimeTravel<StoreCreditEvent, StoreCreditView> history;

    public StoreCreditQueryHandler(DatabaseClient database) {
        this.documents = new Documents(database);
        this.byId = new DocumentsById(database, "readmodel.store_credit", "account_id");
        this.history = new TimeTravel<>(database, StoreCreditEvent.class, StoreCreditView::evolve);
    }

    @QueryHandler
    CompletableFuture<Lookup> handle(FindStoreCredit query) {
        return byId.find(query.tenant(), query.accountId());
    }

    @QueryHandler
    CompletableFuture<Lookup> handle(FindStoreCreditAt query) {
        return Answer.of(history.at(query.tenant(), query.accountId(), query.moment()));
    }

    @QueryHandler
    CompletableFuture<Page> handle(ListStoreCredit query) {
        var selection =
                new Selection(
                                "SELECT customer_id, account_id, document::text AS document"
                                        + " FROM readmodel.store_credit",
                                query.tenant())
                        .and("customer_id = :customer", "customer", query.customerId());
        var cursor = query.page().after();
        if (cursor != null) {
            selection
                    .and(
                            "(customer_id, account_id) > (:lastCustomer, :id)",
                            "lastCustomer",
                            cursor.key())
                    .with("id", cursor.id());
        }
        return Answer.of(
                documents.page(
                        selection,
                        "customer_id, account_id",
                        query.page(),
                        StoreCreditQueryHandler::item));
    }

    private static Item item(Row row) {
        return new Item(
                row.text("document"), new Cursor(row.text("customer_id"), row.text("account_id")));
    }
}
