package io.daybook.query.payment;

import io.daybook.domain.payment.FindPayment;
import io.daybook.domain.payment.FindPaymentAt;
import io.daybook.domain.payment.ListPayments;
import io.daybook.domain.payment.PaymentEvent;
import io.daybook.domain.payment.PaymentView;
import io.daybook.domain.read.Lookup;
import io.daybook.domain.read.Page;
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

/** Answers the queries about payments. */
public final class PaymentQueryHandler {

    private final Documents documents;
    private final DocumentsById byId;
    private final TimeTravel<PaymentEvent, PaymentView> history;

    public PaymentQueryHandler(DatabaseClient database) {
        this.documents = new Documents(database);
        this.byId = new DocumentsById(database, "readmodel.payment", "payment_id");
        this.history = new TimeTravel<>(database, PaymentEvent.class, PaymentView::evolve);
    }

    @QueryHandler
    CompletableFuture<Lookup> handle(FindPayment query) {
        return byId.find(query.tenant(), query.paymentId());
    }

    @QueryHandler
    CompletableFuture<Lookup> handle(FindPaymentAt query) {
        return Answer.of(history.at(query.tenant(), query.paymentId(), query.moment()));
    }

    @QueryHandler
    CompletableFuture<Page> handle(ListPayments query) {
        var selection =
                new Selection(
                                "SELECT payment_id, created_at, document::text AS document"
                                        + " FROM readmodel.payment",
                                query.tenant())
                        .and("order_id = :order", "order", query.orderId())
                        .and("status = :status", "status", query.status());
        var cursor = query.page().after();
        if (cursor != null) {
            selection
                    .and(
                            "(created_at, payment_id) < (:createdAt, :id)",
                            "createdAt",
                            TimeCursor.timeOf(cursor))
                    .with("id", cursor.id());
        }
        return Answer.of(
                documents.page(
                        selection,
                        "created_at DESC, payment_id DESC",
                        query.page(),
                        PaymentQueryHandler::item));
    }

    private static Item item(Row row) {
        return new Item(
                row.text("document"),
                TimeCursor.of(row.instant("created_at"), row.text("payment_id")));
    }
}
