package io.daybook.projection.returns;

import static io.daybook.projection.table.Column.amount;
import static io.daybook.projection.table.Column.text;
import static io.daybook.projection.table.Column.time;
import static io.daybook.projection.table.Column.whole;

import io.daybook.domain.returns.ReturnView;
import io.daybook.projection.table.Document;
import io.daybook.projection.table.DocumentTable;
import io.daybook.projection.table.RowTable;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** The columns of the tables of returns. */
final class ReturnTables {

    record Line(String tenant, String returnId, ReturnView.Line line) {

        static Stream<Line> of(Document<ReturnView> document) {
            return document.view().lines().stream()
                    .map(line -> new Line(document.tenant(), document.id(), line));
        }
    }

    private ReturnTables() {}

    static DocumentTable<ReturnView> returns(JdbcTemplate jdbc) {
        return new DocumentTable<>(
                jdbc,
                "readmodel.return_summary",
                "return_id",
                ReturnView.class,
                List.of(
                        text("rma_number", ReturnView::rmaNumber),
                        text("order_id", ReturnView::orderId),
                        text("kind", ReturnView::kind),
                        text("status", ReturnView::status),
                        text("currency", ReturnView::currency),
                        amount("value", each -> each.refund().value()),
                        amount(
                                "fees",
                                each -> each.fees().restocking().add(each.fees().returnShipping())),
                        amount("entitled", each -> each.refund().entitled()),
                        amount("refunded", each -> each.refund().refunded()),
                        amount("exchanged", each -> each.refund().exchanged()),
                        text("replacement_order_id", ReturnView::replacementOrderId),
                        time("expires_at", ReturnView::expiresAt),
                        time("requested_at", ReturnView::requestedAt),
                        time("updated_at", ReturnView::updatedAt),
                        whole("version", ReturnView::version)));
    }

    static RowTable<Line> lines(JdbcTemplate jdbc) {
        return new RowTable<>(
                jdbc,
                "readmodel.return_line",
                "return_id, line_id",
                List.of(
                        text("tenant", Line::tenant),
                        text("return_id", Line::returnId),
                        text("line_id", row -> row.line().lineId()),
                        text("sku", row -> row.line().sku()),
                        text("reason", row -> row.line().reason()),
                        whole("quantity", row -> row.line().quantity()),
                        whole("received", row -> row.line().received()),
                        whole("accepted", row -> row.line().accepted()),
                        whole("refused", row -> row.line().kept() + row.line().sentBack()),
                        whole("missing", row -> row.line().missing()),
                        amount("paid", row -> row.line().paid())));
    }
}
