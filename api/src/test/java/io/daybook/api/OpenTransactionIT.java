package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.DaybookServer.Answer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A transaction that stays open between its insert and its commit while others commit around it,
 * with a time stamp of long ago: every projection sees its events all the same. Three seconds here;
 * {@code -Ddaybook.test.open-transaction=120} holds it open for two minutes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenTransactionIT {

    private static final Duration OPEN =
            Duration.ofSeconds(Integer.getInteger("daybook.test.open-transaction", 3));

    /** What another node would have written: the history of one stock item under another name. */
    private static final String COPY =
            """
            INSERT INTO daybook.domain_event_entry
                (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,
                 payload_type, payload_revision, payload, meta_data, tenant)
            SELECT gen_random_uuid()::text, replace(aggregate_identifier, 'QUICK-0', 'SLOW-0'),
                   sequence_number, type, '2001-01-01T00:00:00.000Z', payload_type, payload_revision,
                   convert_to(replace(convert_from(payload, 'UTF8'), 'QUICK-0', 'SLOW-0'), 'UTF8'),
                   meta_data, tenant
              FROM daybook.domain_event_entry
             WHERE aggregate_identifier LIKE '%QUICK-0%'
             ORDER BY sequence_number
            """;

    private final DaybookServer daybook = DaybookServer.start();
    private final String token = daybook.token("demo", OrderJourneyIT.ALL);

    @AfterAll
    void stop() {
        daybook.close();
    }

    @Test
    void everyProjectionSeesTheEventsOfATransactionThatStayedOpen() throws SQLException {
        receive("QUICK-0");
        int committed = 0;
        try (Connection slow = daybook.connection();
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            assertThat(statement.executeUpdate(COPY)).isPositive();

            long end = System.nanoTime() + OPEN.toNanos();
            while (System.nanoTime() < end || committed < 600) {
                committed++;
                Answer last = receive("QUICK-" + committed);
                if (committed % 100 == 0) {
                    // Others are not held up by the open one.
                    assertThat(item("QUICK-" + committed, last).status()).isEqualTo(200);
                }
            }
            assertThat(daybook.get(token, "/api/v1/inventory/SLOW-0/main").status()).isEqualTo(404);
            slow.commit();
        }

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() ->
                        assertThat(
                                        daybook.get(token, "/api/v1/inventory/SLOW-0/main")
                                                .text("/onHand"))
                                .isEqualTo("7"));
        Answer last = receive("QUICK-0");
        assertThat(item("QUICK-0", last).text("/onHand")).isEqualTo("14");
        for (int i = 1; i <= committed; i++) {
            assertThat(daybook.get(token, "/api/v1/inventory/QUICK-" + i + "/main").text("/onHand"))
                    .isEqualTo("7");
        }
        assertThat(daybook.get(token, "/api/v1/inventory/SLOW-0/main/events").json().at("/items"))
                .isNotEmpty();
    }

    private Answer receive(String sku) {
        Answer received =
                daybook.post(
                        token, "/api/v1/inventory/" + sku + "/main/receive", "{\"quantity\":7}");
        assertThat(received.status()).as(received.body()).isEqualTo(200);
        return received;
    }

    private Answer item(String sku, Answer after) {
        return daybook.get(
                token,
                "/api/v1/inventory/" + sku + "/main",
                "Consistency-Token",
                after.header("Consistency-Token"),
                "Prefer",
                "wait=10");
    }
}
