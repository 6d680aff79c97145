package io.daybook.projection.order;

import static io.daybook.projection.table.Column.amount;
import static io.daybook.projection.table.Column.text;
import static io.daybook.projection.table.Column.time;
import static io.daybook.projection.table.Column.whole;

import io.daybook.domain.order.OrderView;
import io.daybook.projection.table.Document;
import io.daybook.projection.table.DocumentTable;
import io.daybook.projection.table.RowTable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** The columns of the tables of orders. */
final class OrderTables {

    record Line(String tenant, String orderId, OrderView.Line line) {

        static Stream<Line> of(Document<OrderView> order) {
            return order.view().lines().stream()
                    .map(line -> new Line(order.tenant(), order.id(), line));
        }
    }

    private OrderTables() {}

    static DocumentTable<OrderView> orders(JdbcTemplate jdbc) {
        return new DocumentTable<>(
                jdbc,
                "readmodel.order_summary",
                "order_id",
                OrderView.class,
                List.of(
                        text("reference", OrderView::reference),
                        text("customer_id", OrderView::customerId),
                        text("status", OrderView::status),
                        text("payment_status", OrderView::paymentStatus),
                        text("fulfilment_status", OrderView::fulfilmentStatus),
                        text("return_status", OrderView::returnStatus),
                        text("currency", OrderView::currency),
                        amount("items", order -> order.totals().items()),
                        amount("discount", order -> order.totals().discount()),
                        amount("tax", order -> order.totals().tax()),
                        amount("shipping", order -> order.totals().shipping()),
                        amount("total", order -> order.totals().total()),
                        amount("refunds_granted", OrderView::refundsGranted),
                        amount("balance_due", OrderView::balanceDue),
                        whole("open_holds", order -> order.holds().size()),
                        time("expires_at", OrderView::expiresAt),
                        time("placed_at", OrderView::placedAt),
                        time("updated_at", OrderView::updatedAt),
                        whole("version", OrderView::version),
                        text("search_text", OrderTables::searchText)));
    }

    static RowTable<Line> lines(JdbcTemplate jdbc) {
        return new RowTable<>(
                jdbc,
                "readmodel.order_line",
                "order_id, line_id",
                List.of(
                        text("tenant", Line::tenant),
                        text("order_id", Line::orderId),
                        text("line_id", row -> row.line().lineId()),
                        text("sku", row -> row.line().sku()),
                        text("name", row -> row.line().name()),
                        whole("quantity", row -> row.line().quantity()),
                        whole("cancelled", row -> row.line().cancelled()),
                        whole("reserved", row -> row.line().reserved()),
                        whole("shipped", row -> row.line().shipped()),
                        whole("delivered", row -> row.line().delivered()),
                        whole("return_requested", row -> row.line().returnRequested()),
                        whole("returned", row -> row.line().returned()),
                        text("payment_status", row -> row.line().paymentStatus()),
                        text("fulfilment_status", row -> row.line().fulfilmentStatus()),
                        text("return_status", row -> row.line().returnStatus()),
                        amount("unit_price", row -> row.line().unitPrice()),
                        amount("discount", row -> row.line().discount()),
                        amount("tax", row -> row.line().tax()),
                        amount("total", row -> row.line().total()),
                        text("location", row -> row.line().location())));
    }

    static String searchText(OrderView order) {
        var words =
                order.lines().stream()
                        .flatMap(line -> Stream.of(line.sku().toString(), line.name()));
        return Stream.concat(Stream.of(order.reference(), order.customerId().toString()), words)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
    }
}
