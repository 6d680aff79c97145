package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.DaybookServer.Answer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProcessesIT {

    /** Nothing is tried again by itself while the test looks. */
    private final DaybookServer daybook =
            DaybookServer.start("--daybook.processes.retry-interval=10m");

    private final String token = daybook.token("demo", OrderJourneyIT.ALL);

    @BeforeAll
    void stock() {
        assertThat(
                        daybook.post(
                                        token,
                                        "/api/v1/inventory/TEA-1/main/receive",
                                        "{\"quantity\":1000}")
                                .status())
                .isEqualTo(200);
    }

    @AfterAll
    void stop() {
        daybook.close();
    }

    @Test
    void aProcessTellsWhatItWaitsForUntilItHasEnded() {
        String orderId = placed("wait=10").text("/orderId");
        String process = "/api/v1/processes/fulfilment-" + orderId;

        Answer running = daybook.get(token, process);
        assertThat(running.text("/status")).isEqualTo("RUNNING");
        assertThat(running.text("/waitsFor")).isEqualTo("SHIPMENT");
        assertThat(daybook.get(token, "/api/v1/processes/cancellation-" + orderId).status())
                .isEqualTo(404);
        assertThat(daybook.get(token, "/api/v1/processes/" + orderId).status()).isEqualTo(400);

        daybook.post(
                token,
                "/api/v1/orders/" + orderId + "/cancel",
                "{\"reason\":\"changed my mind\"}",
                "Prefer",
                "wait=10");

        assertThat(daybook.get(token, process).text("/status")).isEqualTo("ENDED");
        Answer cancelled = daybook.get(token, "/api/v1/processes/cancellation-" + orderId);
        assertThat(cancelled.text("/status")).isEqualTo("ENDED");
        assertThat(cancelled.json().path("waitsFor").isNull()).isTrue();
    }

    @Test
    void theListIsPagedFilteredAndOfOneTenant() {
        String first = placed("wait=10").text("/orderId");
        String second = placed("wait=10").text("/orderId");

        Answer page =
                daybook.get(token, "/api/v1/processes?kind=FULFILMENT&status=RUNNING&limit=1");
        var found = new ArrayList<String>();
        for (Answer next = page; ; ) {
            next.json().path("items").forEach(item -> found.add(item.path("orderId").asString()));
            if (next.json().path("nextCursor").isNull()) {
                break;
            }
            next =
                    daybook.get(
                            token,
                            "/api/v1/processes?kind=FULFILMENT&status=RUNNING&limit=1&cursor="
                                    + next.text("/nextCursor"));
        }

        assertThat(found).containsSubsequence(first, second).doesNotHaveDuplicates();
        assertThat(daybook.get(token, "/api/v1/processes?kind=CANCELLATION").json().path("items"))
                .isEmpty();
        assertThat(daybook.get(token, "/api/v1/processes?kind=OTHER").status()).isEqualTo(400);
        String stranger = daybook.token("other", OrderJourneyIT.ALL);
        assertThat(daybook.get(stranger, "/api/v1/processes").json().path("items")).isEmpty();
        assertThat(daybook.get(stranger, "/api/v1/processes/fulfilment-" + first).status())
                .isEqualTo(404);
        String clerk = daybook.token("demo", "orders:read");
        assertThat(daybook.get(clerk, "/api/v1/processes").status()).isEqualTo(403);
    }

    @Test
    void aStuckProcessIsListedWithItsReasonAndRetriedOftenItHasOneEffect() throws Exception {
        sql(
                """
                CREATE FUNCTION daybook.no_authorisations() RETURNS trigger LANGUAGE plpgsql AS
                  $$ BEGIN RAISE EXCEPTION 'no authorisations today'; END $$;
                CREATE TRIGGER no_authorisations BEFORE INSERT ON daybook.domain_event_entry
                  FOR EACH ROW WHEN (NEW.payload_type = 'AuthorisationRequested')
                  EXECUTE FUNCTION daybook.no_authorisations();
                """);
        String orderId = placed("wait=0").text("/orderId");
        String process = "/api/v1/processes/fulfilment-" + orderId;
        await().untilAsserted(() ->
                assertThat(daybook.get(token, process).text("/status")).isEqualTo("STUCK"));

        Answer stuck = daybook.get(token, "/api/v1/processes?status=STUCK");
        assertThat(stuck.text("/items/0/orderId")).isEqualTo(orderId);
        assertThat(stuck.text("/items/0/waitsFor")).isEqualTo("RETRY");
        assertThat(stuck.text("/items/0/reason")).contains("AuthorisePayment failed");
        Answer letters = daybook.get(token, "/api/v1/dead-letters");
        assertThat(letters.text("/items/0/type")).isEqualTo("OrderPaymentRequested");
        assertThat(letters.text("/items/0/sequence")).isEqualTo(orderId);
        String stranger = daybook.token("other", OrderJourneyIT.ALL);
        assertThat(daybook.get(stranger, "/api/v1/dead-letters").json().path("items")).isEmpty();
        assertThat(daybook.post(stranger, process + "/retry", "").status()).isEqualTo(404);

        assertThat(daybook.post(token, process + "/retry", "").text("/status")).isEqualTo("STUCK");
        sql("DROP TRIGGER no_authorisations ON daybook.domain_event_entry");
        for (Answer retried : retriedAtOnce(process, 4)) {
            assertThat(retried.status()).as(retried.body()).isEqualTo(200);
        }

        await().untilAsserted(() -> {
            // What follows may have been parked behind the letter just before it was gone.
            assertThat(daybook.post(token, process + "/retry", "").status()).isEqualTo(200);
            assertThat(daybook.get(token, "/api/v1/orders/" + orderId).text("/status"))
                    .isEqualTo("CONFIRMED");
        });
        assertThat(daybook.post(token, process + "/retry", "").text("/status"))
                .isEqualTo("RUNNING");
        assertThat(daybook.get(token, "/api/v1/dead-letters").json().path("items")).isEmpty();
        Answer order = daybook.get(token, "/api/v1/orders/" + orderId);
        assertThat(order.json().path("payments")).hasSize(1);
        assertThat(order.text("/payments/0/authorised")).isEqualTo("9.80");
        assertThat(events(orderId)).containsOnlyOnce("OrderConfirmed", "OrderPaymentRequested");
    }

    private List<Answer> retriedAtOnce(String process, int times) throws Exception {
        try (var callers = Executors.newFixedThreadPool(times)) {
            var answers =
                    IntStream.range(0, times)
                            .mapToObj(_ ->
                                    callers.submit(
                                            () -> daybook.post(token, process + "/retry", "")))
                            .toList();
            var all = new ArrayList<Answer>();
            for (Future<Answer> answer : answers) {
                all.add(answer.get());
            }
            return all;
        }
    }

    private List<String> events(String orderId) {
        return daybook.get(token, "/api/v1/orders/" + orderId + "/events")
                .json()
                .path("items")
                .valueStream()
                .map(event -> event.path("type").asString())
                .toList();
    }

    private Answer placed(String prefer) {
        Answer placed =
                daybook.post(
                        token,
                        "/api/v1/orders",
                        """
                        {"customerId":"c-1","currency":"EUR","lines":[{"sku":"TEA-1","quantity":2,"unitPrice":"4.90"}],
                         "payment":{"method":"card","token":"tok_approve"}}
                        """,
                        "Prefer",
                        prefer);
        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        return placed;
    }

    private void sql(String text) throws SQLException {
        try (var connection = daybook.connection();
                var statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
