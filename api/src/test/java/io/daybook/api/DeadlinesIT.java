package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.DaybookServer.Answer;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Deadlines are durable: each is set before a restart and met after it, by a later clock. */
class DeadlinesIT {

    private static final String RETURNS = "/api/v1/returns";
    private static final String SCOPES = OrderJourneyIT.ALL + " returns:read returns:write";

    @Test
    void whatIsNotSentBackInTimeExpiresAfterARestartAndOnlyOnce() throws SQLException {
        var before = DaybookServer.start("--daybook.returns.send-back=1h");
        String token = before.token("demo", SCOPES);
        String order = shipped(before, token);
        String late = approved(before, token, order);
        String cancelled = approved(before, token, order);
        Answer ended =
                before.post(token, RETURNS + '/' + cancelled + "/cancel", "{\"reason\":\"kept\"}");
        assertThat(ended.status()).as(ended.body()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(deadlines(before)).isEqualTo(1));

        try (var later = before.restart("--daybook.clock.offset=2h")) {
            String again = later.token("demo", SCOPES);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() ->
                            assertThat(later.get(again, RETURNS + '/' + late).text("/status"))
                                    .isEqualTo("EXPIRED"));
            await().untilAsserted(() -> assertThat(deadlines(later)).isZero());
            assertThat(count(later, "payload_type = 'ReturnExpired'")).isEqualTo(1);
        }
    }

    @Test
    void anOrderThatIsNotPaidInTimeExpiresAfterARestartAndAPaidOneDoesNot() throws SQLException {
        var before = DaybookServer.start("--daybook.orders.payment-window=1h");
        String token = before.token("demo", SCOPES);
        String paid = placed(before, token, "wait=10");
        refuseAuthorisations(before);
        String unpaid = placed(before, token, "wait=0");
        await().untilAsserted(() -> assertThat(deadlines(before)).isEqualTo(1));

        try (var later = before.restart("--daybook.clock.offset=2h")) {
            String again = later.token("demo", SCOPES);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() ->
                            assertThat(later.get(again, "/api/v1/orders/" + unpaid).text("/status"))
                                    .isEqualTo("EXPIRED"));
            assertThat(later.get(again, "/api/v1/orders/" + paid).text("/status"))
                    .isEqualTo("CONFIRMED");
            await().untilAsserted(() -> assertThat(deadlines(later)).isZero());
        }
    }

    @Test
    void anOrderOnHoldThatLosesItsMoneyAfterItsTimeExpires() throws SQLException {
        var before = DaybookServer.start("--daybook.orders.payment-window=1h");
        String token = before.token("demo", SCOPES);
        refuseAuthorisations(before);
        String order = "/api/v1/orders/" + placed(before, token, "wait=0");
        Answer held = before.post(token, order + "/holds", "{\"reason\":\"who is that?\"}");
        assertThat(held.status()).as(held.body()).isEqualTo(201);
        execute(before, "DROP TRIGGER no_authorisations ON daybook.domain_event_entry");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(before.get(token, order).text("/paymentStatus"))
                                .isEqualTo("AUTHORISED"));

        try (var later = before.restart("--daybook.clock.offset=2h")) {
            String again = later.token("demo", SCOPES);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(deadlines(later)).isEqualTo(1));
            assertThat(later.get(again, order).text("/status")).isEqualTo("PLACED");

            String payment = later.get(again, order).text("/payments/0/paymentId");
            Answer gone = later.post(again, "/api/v1/payments/" + payment + "/void", "{}");
            assertThat(gone.status()).as(gone.body()).isBetween(200, 202);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() ->
                            assertThat(later.get(again, order).text("/status"))
                                    .isEqualTo("EXPIRED"));
        }
    }

    private static void refuseAuthorisations(DaybookServer daybook) throws SQLException {
        execute(
                daybook,
                """
                CREATE FUNCTION daybook.no_authorisations() RETURNS trigger LANGUAGE plpgsql AS
                  $$ BEGIN RAISE EXCEPTION 'no authorisations today'; END $$;
                CREATE TRIGGER no_authorisations BEFORE INSERT ON daybook.domain_event_entry
                  FOR EACH ROW WHEN (NEW.payload_type = 'AuthorisationRequested')
                  EXECUTE FUNCTION daybook.no_authorisations();
                """);
    }

    private static void execute(DaybookServer daybook, String sql) throws SQLException {
        try (var connection = daybook.connection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String placed(DaybookServer daybook, String token, String prefer) {
        daybook.post(token, "/api/v1/inventory/TEA-1/main/receive", "{\"quantity\":10}");
        Answer placed =
                daybook.post(
                        token,
                        "/api/v1/orders",
                        OrderJourneyIT.order("TEA-1", 2),
                        "Prefer",
                        prefer);
        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        return placed.text("/orderId");
    }

    private static String shipped(DaybookServer daybook, String token) {
        String orderId = placed(daybook, token, "wait=10");
        Answer shipped =
                daybook.post(
                        token,
                        "/api/v1/orders/" + orderId + "/shipments",
                        "{\"lines\":[{\"lineId\":\"1\",\"quantity\":2}]}");
        assertThat(shipped.status()).as(shipped.body()).isEqualTo(201);
        return orderId;
    }

    private static String approved(DaybookServer daybook, String token, String orderId) {
        Answer requested =
                daybook.post(
                        token,
                        RETURNS,
                        """
                        {"orderId":"%s","kind":"RETURN","lines":[{"lineId":"1","quantity":1,"reason":"too small"}]}
                        """
                                .formatted(orderId));
        assertThat(requested.status()).as(requested.body()).isEqualTo(201);
        String returnId = requested.text("/returnId");
        Answer approved = daybook.post(token, RETURNS + '/' + returnId + "/approve", "{}");
        assertThat(approved.text("/status")).as(approved.body()).isEqualTo("APPROVED");
        return returnId;
    }

    private static long deadlines(DaybookServer daybook) throws SQLException {
        return number(daybook, "SELECT count(*) FROM daybook.deadline");
    }

    private static long count(DaybookServer daybook, String condition) throws SQLException {
        return number(
                daybook, "SELECT count(*) FROM daybook.domain_event_entry WHERE " + condition);
    }

    private static long number(DaybookServer daybook, String sql) throws SQLException {
        try (var connection = daybook.connection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getLong(1);
        }
    }
}
