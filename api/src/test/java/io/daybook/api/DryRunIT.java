package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.DaybookServer.Answer;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DryRunIT {

    private static final String ORDER =
            """
            {"customerId":"c-1","currency":"EUR","lines":[{"sku":"%s","quantity":2,"unitPrice":"4.90"}],
             "payment":{"method":"card","token":"tok_approve"}}
            """;

    private final DaybookServer daybook = DaybookServer.start();
    private final String token = daybook.token("demo", OrderJourneyIT.ALL);

    @BeforeAll
    void stock() {
        assertThat(post("/api/v1/inventory/TEA-1/main/receive", "{\"quantity\":100}").status())
                .isEqualTo(200);
    }

    @AfterAll
    void stop() {
        daybook.close();
    }

    @Test
    void placingAnOrderIsShownAndNothingIsStored() throws SQLException {
        String before = stored();

        Answer shown =
                post(
                        "/api/v1/orders?dryRun=true",
                        ORDER.formatted("TEA-1"),
                        "Idempotency-Key",
                        "k1");

        assertThat(shown.status()).as(shown.body()).isEqualTo(200);
        assertThat(shown.json().path("dryRun").asBoolean()).isTrue();
        assertThat(shown.text("/version")).isEqualTo("0");
        assertThat(shown.text("/events/0/type")).isEqualTo("OrderPlaced");
        assertThat(shown.text("/events/0/payload/lines/0/sku")).isEqualTo("TEA-1");
        assertThat(shown.text("/state/status")).isEqualTo("PLACED");
        assertThat(delta(shown, "money", "/balanceDue").path("delta").asString()).isEqualTo("9.80");
        assertThat(delta(shown, "money", "/balanceDue").path("currency").asString())
                .isEqualTo("EUR");
        assertThat(stored()).isEqualTo(before);
        Answer placed =
                post(
                        "/api/v1/orders",
                        ORDER.formatted("TEA-1"),
                        "Idempotency-Key",
                        "k1",
                        "Prefer",
                        "wait=10");
        assertThat(placed.status()).isEqualTo(201);
        assertThat(placed.headers()).doesNotContainKey("Idempotency-Replayed");
    }

    @Test
    void anItemThatOneOnlyThoughtOfIsStillUnknown() throws SQLException {
        String before = stored();

        Answer shown = post("/api/v1/inventory/NEW-1/main/receive?dryRun=true", "{\"quantity\":7}");
        Answer adjusted =
                post(
                        "/api/v1/inventory/NEW-1/main/adjust?dryRun=true",
                        "{\"delta\":1,\"reason\":\"found\"}");

        assertThat(delta(shown, "stock", "/available").path("delta").asInt()).isEqualTo(7);
        assertThat(shown.text("/state/onHand")).isEqualTo("7");
        assertThat(adjusted.status()).isEqualTo(404);
        assertThat(stored()).isEqualTo(before);
        Answer received = post("/api/v1/inventory/NEW-1/main/receive", "{\"quantity\":3}");
        assertThat(received.text("/onHand")).isEqualTo("3");
    }

    @Test
    void refusalsAndVersionsAreTheRealOnes() {
        Answer item = daybook.get(token, "/api/v1/inventory/TEA-1/main");
        String path = "/api/v1/inventory/TEA-1/main/reservations?dryRun=true";

        Answer tooMany = post(path, "{\"quantity\":100000}");
        Answer outdated = post(path, "{\"quantity\":1}", "If-Match", "\"999\"");
        Answer matching = post(path, "{\"quantity\":1}", "If-Match", item.header("ETag"));

        assertThat(tooMany.status()).isEqualTo(409);
        assertThat(tooMany.text("/code")).isEqualTo("insufficient-stock");
        assertThat(outdated.status()).isEqualTo(412);
        assertThat(matching.status()).isEqualTo(200);
        assertThat(matching.header("ETag")).isEqualTo(item.header("ETag"));
        assertThat(delta(matching, "stock", "/reserved").path("delta").asInt()).isEqualTo(1);
    }

    @Test
    void aCancellationIsShownOnTheOrderAsItIs() throws SQLException {
        Answer placed = post("/api/v1/orders", ORDER.formatted("TEA-1"), "Prefer", "wait=10");
        String path = "/api/v1/orders/" + placed.text("/orderId");
        Answer order = daybook.get(token, path);
        String before = stored();

        Answer shown = post(path + "/cancel?dryRun=true", "{\"reason\":\"what if\"}");
        Answer refund =
                post(
                        "/api/v1/payments/"
                                + order.text("/payments/0/paymentId")
                                + "/capture?dryRun=true",
                        "{\"amount\":\"1.50\"}");

        assertThat(shown.text("/version")).isEqualTo(placed.header("ETag").replace("\"", ""));
        assertThat(shown.text("/events/0/type")).isEqualTo("OrderCancellationRequested");
        assertThat(shown.text("/state/status")).isEqualTo("CANCELLING");
        assertThat(shown.text("/state/payments/0/authorised")).isEqualTo("9.80");
        assertThat(delta(refund, "money", "/pendingCapture").path("after").asString())
                .isEqualTo("1.50");
        assertThat(stored()).isEqualTo(before);
        assertThat(daybook.get(token, path).text("/status")).isEqualTo("CONFIRMED");
    }

    @Test
    void onlyCommandsKnowTheParameterAndOnlyTrueOrFalse() {
        assertThat(
                        post("/api/v1/orders?dryRun=maybe", ORDER.formatted("TEA-1"))
                                .text("/errors/0/pointer"))
                .isEqualTo("/dryRun");
        assertThat(post("/api/v1/projections/orders/rebuild?dryRun=true", "").status())
                .isEqualTo(400);
        assertThat(daybook.get(token, "/api/v1/orders?dryRun=true").status()).isEqualTo(400);
        assertThat(
                        post(
                                        "/api/v1/orders?dryRun=false",
                                        ORDER.formatted("TEA-1"),
                                        "Prefer",
                                        "wait=10")
                                .status())
                .isEqualTo(201);
    }

    private Answer post(String path, String body, String... headers) {
        return daybook.post(token, path, body, headers);
    }

    private static JsonNode delta(Answer answer, String kind, String path) {
        for (JsonNode delta : answer.json().at("/deltas/" + kind)) {
            if (path.equals(delta.path("path").asString())) {
                return delta;
            }
        }
        throw new AssertionError(path + " does not change in " + answer.body());
    }

    /** Everything that a command of this class could leave behind, once nothing is under way. */
    private String stored() throws SQLException {
        try (var connection = daybook.connection();
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                """
                                SELECT (SELECT count(*) FROM daybook.domain_event_entry) || ' events, '
                                    || (SELECT count(*) FROM daybook.idempotency_key) || ' keys, '
                                    || (SELECT last_value FROM daybook.event_position) || ' positions'
                                """)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
