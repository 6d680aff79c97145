package io.daybook.projection.order;

import static io.daybook.projection.ProjectionFixtures.authorisationRequested;
import static io.daybook.projection.ProjectionFixtures.authorised;
import static io.daybook.projection.ProjectionFixtures.captureRequested;
import static io.daybook.projection.ProjectionFixtures.captured;
import static io.daybook.projection.ProjectionFixtures.confirmed;
import static io.daybook.projection.ProjectionFixtures.order;
import static io.daybook.projection.ProjectionFixtures.payment;
import static io.daybook.projection.ProjectionFixtures.placed;
import static io.daybook.projection.ProjectionFixtures.reserved;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.order.OrderEvent;
import io.daybook.domain.order.OrderView;
import io.daybook.domain.payment.PaymentEvent;
import io.daybook.domain.projection.ProjectionNames;
import io.daybook.projection.ProjectionNode;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderProjectionIT {

    private ProjectionNode node;

    @BeforeAll
    void start() {
        node = ProjectionNode.start();
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void keepsAnOrderWithItsLinesAndPayments() {
        node.append(placed(1), reserved(1), authorisationRequested(1), authorised(1), confirmed(1));
        node.append(captureRequested(1, "c1", "30.00"), captured(1, "c1", "30.00"));
        node.catchUp(ProjectionNames.ORDERS);

        var row =
                node.sql()
                        .queryForMap(
                                "SELECT * FROM readmodel.order_summary WHERE order_id = ?",
                                order(1).toString());
        assertThat(row)
                .containsEntry("tenant", "demo")
                .containsEntry("reference", "Ref-1")
                .containsEntry("customer_id", "C-1")
                .containsEntry("status", "CONFIRMED")
                .containsEntry("payment_status", "PARTLY_CAPTURED")
                .containsEntry("fulfilment_status", "NONE")
                .containsEntry("return_status", "NONE")
                .containsEntry("currency", "EUR")
                .containsEntry("version", 3L)
                .containsEntry("search_text", "ref-1 c-1 tea-1 cup-1");
        assertThat(row.get("total")).hasToString("35.60");
        assertThat(row.get("balance_due")).hasToString("5.60");
        assertThat((Long) row.get("last_position")).isPositive();
        assertThat(row.get("document")).hasToString(fold(1));
        assertThat(
                        node.count(
                                "readmodel.order_line",
                                "order_id = '%s' AND tenant = 'demo' AND sku = 'TEA-1' AND quantity = 3 AND reserved = 3"
                                                .formatted(order(1))
                                        + " AND unit_price = 3.33 AND location = 'main'"))
                .isOne();
    }

    @Test
    void writesABatchOfManyOrdersAtOnce() {
        var events = new ArrayList<Object>();
        IntStream.range(1000, 1500).forEach(n -> events.add(placed(n)));
        IntStream.range(1000, 1500).forEach(n -> events.add(reserved(n)));
        node.append(events);
        node.catchUp(ProjectionNames.ORDERS);

        assertThat(
                        node.count(
                                "readmodel.order_summary",
                                "version = 2 AND order_id >= '%s'".formatted(order(1000))))
                .isEqualTo(500);
        assertThat(
                        node.count(
                                "readmodel.order_line",
                                "reserved > 0 AND order_id >= '%s'".formatted(order(1000))))
                .isEqualTo(1000);
    }

    @Test
    void knowsTheTypesThatAnalystsRelyOn() {
        var uncommented =
                node.sql()
                        .queryForList(
                                "SELECT attrelid::regclass || '.' || attname FROM pg_attribute"
                                        + " JOIN pg_class ON pg_class.oid = attrelid JOIN pg_namespace ON pg_namespace.oid = relnamespace"
                                        + " WHERE nspname = 'readmodel' AND relkind = 'r' AND attnum > 0 AND NOT attisdropped"
                                        + " AND relname <> 'flyway_schema_history' AND col_description(attrelid, attnum) IS NULL",
                                String.class);

        assertThat(uncommented).isEmpty();
    }

    /** The same order, folded from the log without any projection. */
    private String fold(int n) {
        var store = node.bean(EventStore.class);
        OrderView[] view = new OrderView[1];
        store.readEvents(order(n).toString())
                .asStream()
                .forEach(event ->
                        view[0] =
                                OrderView.evolve(
                                        view[0],
                                        (OrderEvent) event.getPayload(),
                                        event.getTimestamp()));
        store.readEvents(payment(n).toString())
                .asStream()
                .forEach(event ->
                        view[0] =
                                view[0].evolve(
                                        (PaymentEvent) event.getPayload(), event.getTimestamp()));
        return JsonMapper.builder().build().writeValueAsString(view[0]);
    }
}
