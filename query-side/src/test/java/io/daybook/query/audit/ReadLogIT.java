package io.daybook.query.audit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.audit.ReadLog;
import io.daybook.domain.read.Cursor;
import io.daybook.domain.read.Page;
import io.daybook.domain.shared.TenantId;
import io.daybook.query.EventLog;
import io.daybook.query.EventLog.Entry;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ReadLogIT {

    private static final TenantId DEMO = new TenantId("demo");

    private final EventLog log = new EventLog();
    private final LogQueryHandler handler = new LogQueryHandler(log.reactive());

    /** A {@code ReadLog} that a test changes where it matters. */
    private static final class Asked {
        TenantId tenant = DEMO;
        @Nullable String entityType;
        @Nullable String entityId;
        @Nullable Long fromVersion;
        @Nullable Long toVersion;
        @Nullable String type;
        @Nullable String actor;
        @Nullable String correlationId;
        @Nullable Instant from;
        @Nullable Instant to;
        long after;
        int limit = 100;

        ReadLog query() {
            return new ReadLog(
                    tenant,
                    entityType,
                    entityId,
                    fromVersion,
                    toVersion,
                    type,
                    actor,
                    correlationId,
                    from,
                    to,
                    after,
                    limit);
        }
    }

    @BeforeEach
    void fourEventsOfTwoEntitiesAndOneOfAnotherTenant() throws SQLException {
        log.append(entry("ord_a", 1, "OrderPlaced", "05.000000000", "anna", "c-1"));
        log.append(entry("ord_a", 2, "OrderConfirmed", "05.000000001", "process", "c-1"));
        log.append(Entry.of("other", "ord_x"));
        log.append(
                new Entry(
                        "demo",
                        "payment",
                        "pay_b",
                        1,
                        "AuthorisationRequested",
                        "2026-01-02T03:04:06.000000000Z",
                        "{\"actor\":\"process\",\"correlationId\":\"c-1\"}",
                        "{}"));
        log.append(entry("ord_a", 3, "OrderCompleted", "07.000000000", "bert", "c-2"));
    }

    private static Entry entry(
            String id, long version, String type, String second, String actor, String correlation) {
        return new Entry(
                "demo",
                "order",
                id,
                version,
                type,
                "2026-01-02T03:04:" + second + "Z",
                "{\"actor\":\"%s\",\"correlationId\":\"%s\",\"causationId\":\"m-1\",\"requestId\":\"r-1\"}"
                        .formatted(actor, correlation),
                "{\"orderId\":\"" + id + "\",\"amount\": 10.50}");
    }

    @Test
    void tellsOfEveryEventWhatHappenedByWhomAndWhy() {
        var page = read(asked -> asked.limit = 1);

        assertThat(page.items())
                .containsExactly(
                        "{\"position\":1,\"entityType\":\"order\",\"entityId\":\"ord_a\",\"version\":1,"
                                + "\"type\":\"OrderPlaced\",\"revision\":\"1\",\"recordedAt\":\"2026-01-02T03:04:05Z\","
                                + "\"actor\":\"anna\",\"tenant\":\"demo\",\"correlationId\":\"c-1\",\"causationId\":\"m-1\","
                                + "\"requestId\":\"r-1\",\"payload\":{\"orderId\":\"ord_a\",\"amount\": 10.50}}");
    }

    @Test
    void readsTheLogOfATenantInOrder() {
        assertThat(positions(_ -> {})).containsExactly(1L, 2L, 4L, 5L);
        assertThat(positions(asked -> asked.tenant = new TenantId("other"))).containsExactly(3L);
    }

    @Test
    void pagesGoOnBehindTheLastPosition() {
        var first = read(asked -> asked.limit = 2);
        var next = first.next();
        assertThat(next).extracting(Cursor::key).isEqualTo("2");
        assertThat(next).extracting(Cursor::id).asString().hasSize(36);

        var second =
                read(asked -> {
                    asked.limit = 2;
                    asked.after = 2;
                });
        assertThat(positions(second)).containsExactly(4L, 5L);
        assertThat(second.next()).isNull();
    }

    @Test
    void everyFilterNarrowsTheList() {
        assertThat(positions(asked -> asked.entityType = "payment")).containsExactly(4L);
        assertThat(positions(asked -> asked.type = "OrderConfirmed")).containsExactly(2L);
        assertThat(positions(asked -> asked.actor = "process")).containsExactly(2L, 4L);
        assertThat(positions(asked -> asked.correlationId = "c-2")).containsExactly(5L);
    }

    @Test
    void timesAreCutToTheNanosecond() {
        assertThat(
                        positions(asked -> {
                            asked.from = Instant.parse("2026-01-02T03:04:05.000000001Z");
                            asked.to = Instant.parse("2026-01-02T03:04:07Z");
                        }))
                .containsExactly(2L, 4L);
    }

    @Test
    void readsTheHistoryOfOneEntity() {
        assertThat(positions(asked -> asked.entityId = "ord_a")).containsExactly(1L, 2L, 5L);
        assertThat(
                        positions(asked -> {
                            asked.entityId = "ord_a";
                            asked.fromVersion = 2L;
                            asked.toVersion = 2L;
                        }))
                .containsExactly(2L);
        assertThat(
                        positions(asked -> {
                            asked.tenant = new TenantId("other");
                            asked.entityId = "ord_a";
                        }))
                .isEmpty();
    }

    private Page read(Consumer<Asked> change) {
        var asked = new Asked();
        change.accept(asked);
        return handler.handle(asked.query()).orTimeout(10, SECONDS).join();
    }

    private List<Long> positions(Consumer<Asked> change) {
        return positions(read(change));
    }

    private static List<Long> positions(Page page) {
        var json = JsonMapper.builder().build();
        return page.items().stream()
                .map(item -> json.readTree(item).path("position").asLong())
                .toList();
    }
}
