package io.daybook.projection.processing;

import static io.daybook.projection.ProjectionFixtures.confirmed;
import static io.daybook.projection.ProjectionFixtures.order;
import static io.daybook.projection.ProjectionFixtures.placed;
import static io.daybook.projection.ProjectionFixtures.received;
import static io.daybook.projection.ProjectionFixtures.reserved;
import static io.daybook.projection.ProjectionFixtures.stockItem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.database.TestDatabase;
import io.daybook.domain.order.OrderEvent;
import io.daybook.domain.order.OrderView;
import io.daybook.domain.projection.ProjectionControl;
import io.daybook.domain.projection.ProjectionNames;
import io.daybook.domain.projection.ProjectionStatus;
import io.daybook.domain.shared.OrderId;
import io.daybook.projection.ProjectionNode;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DeadLettersIT {

    private ProjectionNode node;
    private FlakyProjection.Flaky flaky;

    @BeforeEach
    void start() {
        node = ProjectionNode.on(TestDatabase.fresh(), FlakyProjection.class);
        flaky = node.bean(FlakyProjection.Flaky.class);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void setsAnEventAsideThatTheDatabaseRefuses() {
        node.sql()
                .execute(
                        "ALTER TABLE readmodel.order_line ADD CONSTRAINT poison CHECK (order_id <> '%s')"
                                .formatted(order(2)));
        node.append(placed(1), placed(2), placed(3), reserved(1), reserved(2), reserved(3));
        node.catchUp(ProjectionNames.ORDERS);

        assertThat(versionOf(order(1))).isEqualTo(2);
        assertThat(versionOf(order(2))).as("its row was written before its lines failed").isNull();
        assertThat(versionOf(order(3))).isEqualTo(2);
        assertThat(deadLetters(ProjectionNames.ORDERS)).isEqualTo(2);
        assertThat(status(ProjectionNames.ORDERS))
                .returns(2L, ProjectionStatus::deadLetters)
                .returns(ProjectionStatus.Status.RUNNING, ProjectionStatus::status)
                .satisfies(status -> assertThat(status.lastError()).contains("poison"));

        node.sql().execute("ALTER TABLE readmodel.order_line DROP CONSTRAINT poison");
        node.eventually(() -> assertThat(deadLetters(ProjectionNames.ORDERS)).isZero());
        assertThat(versionOf(order(2))).isEqualTo(2);
        assertThat(documentOf(order(2))).isEqualTo(folded(order(2)));

        node.append(confirmed(2));
        node.catchUp(ProjectionNames.ORDERS);
        assertThat(versionOf(order(2))).isEqualTo(3);
        assertThat(deadLetters(ProjectionNames.ORDERS)).isZero();
    }

    @Test
    void takesBackWhatAFailedEventWroteAndTriesAgain() {
        flaky.poisoned.add(stockItem(2).toString());
        node.append(received(1, 1), received(2, 1), received(3, 1), received(2, 2), received(1, 2));
        node.catchUp(FlakyProjection.NAME);

        assertThat(flakyRows(1)).isEqualTo("1,2");
        assertThat(flakyRows(2)).isNull();
        assertThat(flakyRows(3)).isEqualTo("1");
        assertThat(deadLetters(FlakyProjection.NAME)).isEqualTo(2);

        node.append(received(2, 3));
        node.catchUp(FlakyProjection.NAME);
        assertThat(deadLetters(FlakyProjection.NAME)).isEqualTo(3);

        flaky.poisoned.clear();
        node.eventually(() -> assertThat(deadLetters(FlakyProjection.NAME)).isZero());
        assertThat(flakyRows(2)).isEqualTo("1,2,3");
    }

    @Test
    void triesAgainWhatAClockTouchedThatWasAhead() {
        flaky.poisoned.add(stockItem(1).toString());
        node.append(received(1, 1));
        node.catchUp(FlakyProjection.NAME);
        node.sql()
                .update(
                        "UPDATE daybook.dead_letter_entry SET enqueued_at = '2999-01-01T00:00:00.000Z',"
                                + " last_touched = '2999-01-01T00:00:00.000Z'");

        flaky.poisoned.clear();
        node.eventually(() -> assertThat(deadLetters(FlakyProjection.NAME)).isZero());
        assertThat(flakyRows(1)).isEqualTo("1");
    }

    @Test
    void waitsForTheDatabaseInsteadOfSettingEventsAside() {
        flaky.outages.set(2);
        node.append(received(1, 1), received(2, 1));
        node.catchUp(FlakyProjection.NAME);

        assertThat(flaky.outages).hasValue(0);
        assertThat(flakyRows(1)).isEqualTo("1");
        assertThat(flakyRows(2)).isEqualTo("1");
        assertThat(deadLetters(FlakyProjection.NAME)).isZero();
    }

    @Test
    void refusesAHole() {
        node.appendAt(0, placed(1));
        node.appendAt(2, confirmed(1));
        node.append(placed(2));
        node.catchUp(ProjectionNames.ORDERS);

        assertThat(versionOf(order(1))).isEqualTo(1);
        assertThat(versionOf(order(2))).isEqualTo(1);
        assertThat(
                        node.count(
                                "daybook.dead_letter_entry",
                                "cause_type LIKE '%ProjectionGapException'"))
                .isOne();
    }

    @Test
    void refusesAnEntityThatDoesNotStartAtItsBeginning() {
        node.append(reserved(1));
        node.catchUp(ProjectionNames.ORDERS);

        assertThat(versionOf(order(1))).isNull();
        assertThat(deadLetters(ProjectionNames.ORDERS)).isOne();
    }

    @Test
    void setsUnreadableEventsAsideAndWhatFollowsThem() {
        node.append(placed(1), placed(2), placed(3));
        appendRaw(order(1), "OrderTeleported", "{}");
        appendRaw(order(2), "OrderConfirmed", "{ broken");
        node.appendAt(2, confirmed(1));
        node.append(confirmed(3));
        node.catchUp(ProjectionNames.ORDERS);

        assertThat(versionOf(order(1))).isEqualTo(1);
        assertThat(versionOf(order(2))).isEqualTo(1);
        assertThat(versionOf(order(3))).isEqualTo(2);
        assertThat(deadLetters(ProjectionNames.ORDERS)).isEqualTo(3);
    }

    @Test
    void ignoresAnEventThatIsAppliedAlready() {
        node.append(received(1, 1), received(1, 2));
        node.catchUp(ProjectionNames.STOCK);
        node.sql()
                .update(
                        "UPDATE daybook.token_entry SET token = NULL, token_type = NULL, owner = NULL WHERE processor_name = 'stock'");
        node.append(received(1, 4), received(2, 1));
        node.eventually(() ->
                assertThat(node.count("readmodel.stock_item", "on_hand = 7 AND version = 3"))
                        .isOne());

        assertThat(deadLetters(ProjectionNames.STOCK)).isZero();
    }

    private void appendRaw(OrderId order, String type, String json) {
        node.sql()
                .update(
                        "INSERT INTO daybook.domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type,"
                                + " time_stamp, payload_type, payload_revision, payload, meta_data, tenant)"
                                + " VALUES (?, ?, 1, 'order', '2026-01-01T00:00:00.000000000Z', ?, '1', ?, ?, 'demo')",
                        UUID.randomUUID().toString(),
                        order.toString(),
                        type,
                        json.getBytes(UTF_8),
                        "{}".getBytes(UTF_8));
    }

    private ProjectionStatus status(String projection) {
        return node.bean(ProjectionControl.class).list().join().stream()
                .filter(status -> status.name().equals(projection))
                .findFirst()
                .orElseThrow();
    }

    private long deadLetters(String projection) {
        return node.count(
                "daybook.dead_letter_entry", "processing_group = '%s'".formatted(projection));
    }

    private @Nullable Long versionOf(OrderId order) {
        return node
                .sql()
                .queryForList(
                        "SELECT version FROM readmodel.order_summary WHERE order_id = ?",
                        Long.class,
                        order.toString())
                .stream()
                .findFirst()
                .orElse(null);
    }

    private @Nullable String flakyRows(int item) {
        return node.sql()
                .queryForObject(
                        "SELECT string_agg(version::text, ',' ORDER BY number) FROM public.flaky WHERE item = ?",
                        String.class,
                        stockItem(item).toString());
    }

    private @Nullable String documentOf(OrderId order) {
        return node.sql()
                .queryForObject(
                        "SELECT document::text FROM readmodel.order_summary WHERE order_id = ?",
                        String.class,
                        order.toString());
    }

    private String folded(OrderId order) {
        @Nullable OrderView view = null;
        for (var event :
                node.bean(EventStore.class).readEvents(order.toString()).asStream().toList()) {
            view = OrderView.evolve(view, (OrderEvent) event.getPayload(), event.getTimestamp());
        }
        return JsonMapper.builder().build().writeValueAsString(view);
    }
}
