package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.DaybookServer.Answer;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Operators set parked events going again, or give them up. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeadLettersApiIT {

    private static final String LETTERS = "/api/v1/dead-letters";

    /** Nothing is tried again by itself while the test looks. */
    private final DaybookServer daybook =
            DaybookServer.start(
                    "--daybook.processes.retry-interval=10m",
                    "--daybook.projections.retry-interval=10m");

    private final String token = daybook.token("demo", OrderJourneyIT.ALL);

    @BeforeAll
    void stock() {
        assertThat(receive("TEA-1", 1000).status()).isEqualTo(200);
    }

    @AfterAll
    void stop() {
        daybook.close();
    }

    @Test
    void aReactionIsTriedAgainOnRequest() throws SQLException {
        refuse(
                "authorisations",
                "daybook.domain_event_entry",
                "payload_type = 'AuthorisationRequested'");
        String order = placed();
        String letter = parked(order, 1).getFirst();

        Answer again = daybook.post(token, LETTERS + '/' + letter + "/retry", "");
        assertThat(again.text("/status")).as(again.body()).isEqualTo("PARKED");
        assertThat(again.text("/reason")).contains("no authorisations");
        allow("authorisations", "daybook.domain_event_entry");
        Answer done = daybook.post(token, LETTERS + '/' + letter + "/retry", "");

        assertThat(done.text("/status")).as(done.body()).isEqualTo("DONE");
        becomes(order, "CONFIRMED");
        assertThat(daybook.post(token, LETTERS + '/' + letter + "/retry", "").status())
                .isEqualTo(404);
    }

    @Test
    void theNewestOfManyIsTriedAgainOnRequest() throws SQLException {
        refuse("charges", "daybook.domain_event_entry", "payload_type = 'AuthorisationRequested'");
        List<String> orders = IntStream.range(0, 12).mapToObj(_ -> placed()).toList();
        List<String> letters = orders.stream().map(order -> parked(order, 1).getFirst()).toList();
        allow("charges", "daybook.domain_event_entry");

        for (String letter : letters.reversed()) {
            assertThat(daybook.post(token, LETTERS + '/' + letter + "/retry", "").text("/status"))
                    .isEqualTo("DONE");
        }
        orders.forEach(order -> becomes(order, "CONFIRMED"));
    }

    @Test
    void anEventOfAProjectionIsTriedAgainOnRequest() throws SQLException {
        refuse("cups", "readmodel.stock_item", "sku = 'CUP-1'");
        receive("CUP-1", 10);
        String letter = parked("stk_demo:main:CUP-1", 1).getFirst();
        assertThat(daybook.get(token, "/api/v1/inventory/CUP-1/main").status()).isEqualTo(404);

        Answer again = daybook.post(token, LETTERS + '/' + letter + "/retry", "");
        assertThat(again.text("/status")).as(again.body()).isEqualTo("PARKED");
        Answer needed =
                daybook.post(
                        token, LETTERS + '/' + letter + "/discard", "{\"reason\":\"why not\"}");
        assertThat(needed.status()).isEqualTo(409);
        assertThat(needed.text("/code")).isEqualTo("dead-letter-needed");
        allow("cups", "readmodel.stock_item");
        Answer done = daybook.post(token, LETTERS + '/' + letter + "/retry", "");

        assertThat(done.text("/status")).as(done.body()).isEqualTo("DONE");
        assertThat(daybook.get(token, "/api/v1/inventory/CUP-1/main").text("/onHand"))
                .isEqualTo("10");
    }

    @Test
    void aReactionThatIsGivenUpIsRememberedAndWhatIsBehindItGoesOn() throws SQLException {
        refuse("payments", "daybook.domain_event_entry", "payload_type = 'AuthorisationRequested'");
        String order = placed();
        String letter = parked(order, 1).getFirst();
        Answer cancelled =
                daybook.post(
                        token, "/api/v1/orders/" + order + "/cancel", "{\"reason\":\"too late\"}");
        assertThat(cancelled.status()).as(cancelled.body()).isBetween(200, 202);
        String behind = parked(order, 2).getLast();

        String stranger = daybook.token("other", OrderJourneyIT.ALL);
        String reason = "{\"reason\":\"paid by hand\"}";
        assertThat(daybook.post(stranger, LETTERS + '/' + letter + "/discard", reason).status())
                .isEqualTo(404);
        Answer silent = daybook.post(token, LETTERS + '/' + letter + "/discard", "{}");
        assertThat(silent.status()).isEqualTo(400);
        assertThat(silent.text("/errors/0/pointer")).isEqualTo("/reason");
        Answer early = daybook.post(token, LETTERS + '/' + behind + "/discard", reason);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.text("/code")).isEqualTo("dead-letter-busy");
        Answer gone = daybook.post(token, LETTERS + '/' + letter + "/discard", reason);

        assertThat(gone.text("/status")).as(gone.body()).isEqualTo("DISCARDED");
        Answer repeated = daybook.post(token, LETTERS + '/' + letter + "/discard", reason);
        assertThat(repeated.status()).isEqualTo(200);
        assertThat(repeated.body()).isEqualTo(gone.body());
        assertThat(
                        text(
                                "SELECT payload_type || ' ' || aggregate_identifier || ' ' || discarded_by || ' ' || reason"
                                        + " FROM daybook.discarded_dead_letter"))
                .isEqualTo("OrderPaymentRequested " + order + " demo paid by hand");
        allow("payments", "daybook.domain_event_entry");
        assertThat(daybook.post(token, LETTERS + '/' + behind + "/retry", "").text("/status"))
                .isEqualTo("DONE");
        becomes(order, "CANCELLED");
    }

    private Answer receive(String sku, int quantity) {
        return daybook.post(
                token,
                "/api/v1/inventory/" + sku + "/main/receive",
                "{\"quantity\":" + quantity + "}");
    }

    private String placed() {
        Answer placed =
                daybook.post(
                        token,
                        "/api/v1/orders",
                        OrderJourneyIT.order("TEA-1", 2),
                        "Prefer",
                        "wait=0");
        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        return placed.text("/orderId");
    }

    /** The letters of an order or a stock item, the first in front, once there are so many. */
    private List<String> parked(String sequence, int letters) {
        return await().until(
                        () ->
                                daybook.get(token, LETTERS + "?limit=100")
                                        .json()
                                        .path("items")
                                        .valueStream()
                                        .filter(item ->
                                                item.path("sequence").asString().equals(sequence))
                                        .peek(item ->
                                                assertThat(item.path("status").asString())
                                                        .isEqualTo("PARKED"))
                                        .map(item -> item.path("deadLetterId").asString())
                                        .toList(),
                        found -> found.size() >= letters);
    }

    /** What follows may have been parked behind a letter just before that was gone. */
    private void becomes(String order, String status) {
        await().untilAsserted(() -> {
            daybook.post(token, "/api/v1/processes/fulfilment-" + order + "/retry", "");
            assertThat(daybook.get(token, "/api/v1/orders/" + order).text("/status"))
                    .isEqualTo(status);
        });
    }

    private void refuse(String what, String table, String when) throws SQLException {
        execute(
                """
                CREATE FUNCTION daybook.no_%1$s() RETURNS trigger LANGUAGE plpgsql AS
                  $$ BEGIN RAISE EXCEPTION 'no %1$s today'; END $$;
                CREATE TRIGGER no_%1$s BEFORE INSERT OR UPDATE ON %2$s
                  FOR EACH ROW WHEN (NEW.%3$s) EXECUTE FUNCTION daybook.no_%1$s();
                """
                        .formatted(what, table, when.replace(" AND ", " AND NEW.")));
    }

    private void allow(String what, String table) throws SQLException {
        execute("DROP TRIGGER no_%s ON %s".formatted(what, table));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = daybook.connection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String sql) throws SQLException {
        try (var connection = daybook.connection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
