package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.DaybookServer.Answer;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The express way and the long way give the same answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExpressIT {

    private static final String ALL =
            "orders:read orders:write inventory:read inventory:write payments:read payments:write audit:read";
    private static final String NOBODYS = "ord_01a1fcbf-72e2-7865-b0b0-7911be01f39e";

    private final DaybookServer express = DaybookServer.start();
    private final DaybookServer longWay = DaybookServer.start("--daybook.http.express=false");
    private final String expressToken = express.token("demo", ALL);
    private final String longToken = longWay.token("demo", ALL);

    @AfterAll
    void stop() {
        express.close();
        longWay.close();
    }

    static Stream<Arguments> requests() {
        String stock = "/api/v1/inventory/TEA/main";
        String order =
                """
                {"customerId":"C-1","currency":"EUR","lines":[{"sku":"TEA","quantity":1,"unitPrice":"4.90"}],
                 "payment":{"method":"card","token":"tok_approve"}}\
                """;
        return Stream.of(
                // The first request with a token goes the long way on both servers.
                Arguments.of("GET", stock, ""),
                Arguments.of("POST", stock + "/receive", "{\"quantity\":10}"),
                Arguments.of("GET", stock + "/events", ""),
                Arguments.of("POST", stock + "/reservations", "{\"quantity\":2}"),
                Arguments.of("POST", stock + "/reservations", "{\"quantity\":200}"),
                Arguments.of("POST", stock + "/reservations", "{\"quantity\":\"two\"}"),
                Arguments.of("POST", stock + "/reservations", "{"),
                Arguments.of("POST", stock + "/receive", "{\"quantity\":1,\"unknown\":1}"),
                Arguments.of("POST", stock + "/unknown", "{}"),
                Arguments.of("POST", "/api/v1/orders", "{}"),
                Arguments.of("GET", "/api/v1/orders/" + NOBODYS, ""),
                Arguments.of("GET", "/api/v1/orders/nonsense", ""),
                Arguments.of("GET", "/api/v1/orders/" + NOBODYS + "/events", ""),
                Arguments.of("POST", "/api/v1/orders/" + NOBODYS + "/cancel", "{\"reason\":\"x\"}"),
                Arguments.of("GET", "/api/v1/payments", ""),
                Arguments.of("GET", "/api/v1/inventory/../orders", ""),
                Arguments.of("GET", "/api/v1/inventory//main", ""),
                Arguments.of("GET", "/api/v1/inventory/T%45A/main", ""),
                Arguments.of("GET", "/api/v1/inventory/TEA/main/", ""),
                Arguments.of("GET", "/api/v1/inventory/TEA/main?wrong=1", ""),
                Arguments.of("GET", "/api/v1/inventory/TEA/main?", ""),
                Arguments.of("GET", "/api/v1/inventory/TEA/main?version=1", ""),
                Arguments.of("GET", "/api/v1/inventory/TEA/main?version=1&version=2", ""),
                Arguments.of("GET", "/api/v1/inventory?limit=1&sku=TEA", ""),
                Arguments.of("GET", "/api/v1/inventory?limit=0", ""),
                Arguments.of("GET", "/api/v1/inventory?cursor=nonsense", ""),
                Arguments.of("GET", "/api/v1/orders?limit=20&status=PLACED", ""),
                Arguments.of("GET", "/api/v1/orders?status=NONE", ""),
                Arguments.of("GET", "/api/v1/orders?q=a%20b", ""),
                Arguments.of("GET", "/api/v1/orders?&=", ""),
                Arguments.of("POST", stock + "/receive?limit=1", "{\"quantity\":1}"),
                Arguments.of("GET", "/api/v1/events", ""),
                // Without the scope for it.
                Arguments.of("GET", "/api/v1/projections", ""),
                Arguments.of("DELETE", stock, ""),
                // The last one, because its process goes on by itself.
                Arguments.of("POST", "/api/v1/orders", order));
    }

    @Order(1)
    @ParameterizedTest
    @MethodSource("requests")
    void bothWaysGiveTheSameAnswer(String method, String path, String body) {
        Answer fast = express.send(method, expressToken, path, body, "application/json");
        Answer slow = longWay.send(method, longToken, path, body, "application/json");

        assertThat(fast.status()).isEqualTo(slow.status());
        assertThat(comparable(fast.headers())).isEqualTo(comparable(slow.headers()));
        assertThat(comparable(fast.body())).isEqualTo(comparable(slow.body()));
    }

    @Test
    @Order(2)
    void headersOfTheCallerCountOnBothWays() {
        String path = "/api/v1/inventory/TEA/main/receive";
        String[] headers = {"Idempotency-Key", "same", "X-Request-Id", "mine"};
        Answer fast = express.post(expressToken, path, "{\"quantity\":1}", headers);
        Answer again = express.post(expressToken, path, "{\"quantity\":1}", headers);
        Answer slow = longWay.post(longToken, path, "{\"quantity\":1}", headers);

        assertThat(fast.header("X-Request-Id")).isEqualTo("mine");
        assertThat(again.body()).isEqualTo(fast.body());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(comparable(fast.headers())).isEqualTo(comparable(slow.headers()));
        assertThat(
                        express.get(
                                        expressToken,
                                        "/api/v1/inventory/TEA/main",
                                        "If-None-Match",
                                        express.get(expressToken, "/api/v1/inventory/TEA/main")
                                                .header("ETag"))
                                .status())
                .isEqualTo(304);
    }

    @Test
    @Order(3)
    void requestsAreCountedUnderTheSameName() {
        String uri = "uri=\"/api/v1/inventory/{sku}/{location}/receive\"";
        for (DaybookServer server : new DaybookServer[] {express, longWay}) {
            assertThat(server.get("", "/actuator/prometheus").body().lines())
                    .anySatisfy(line ->
                            assertThat(line)
                                    .startsWith("http_server_requests_seconds_count")
                                    .contains(uri, "status=\"200\"", "outcome=\"SUCCESS\""));
        }
        assertThat(taken(express)).isGreaterThan(15);
        assertThat(taken(longWay)).isZero();
    }

    @Test
    @Order(4)
    void aTokenIsNeverTakenAtItsWord() {
        String forged = expressToken.substring(0, expressToken.length() - 4) + "AAAA";
        assertThat(express.get(forged, "/api/v1/inventory/TEA/main").status()).isEqualTo(401);
        assertThat(express.get("", "/api/v1/inventory/TEA/main").status()).isEqualTo(401);
        String stranger = express.token("other", ALL);
        for (int i = 0; i < 2; i++) {
            assertThat(express.get(stranger, "/api/v1/inventory/TEA/main").status()).isEqualTo(404);
        }
    }

    private static double taken(DaybookServer server) {
        return server.get("", "/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("daybook_http_express_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static Map<String, String> comparable(Map<String, String> headers) {
        var kept = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        kept.putAll(headers);
        kept.remove("RateLimit");
        kept.computeIfPresent("X-Request-Id", (_, id) -> "mine".equals(id) ? id : "own");
        kept.computeIfPresent("Location", (_, location) -> comparable(location));
        kept.computeIfPresent("Content-Length", (_, _) -> "some");
        kept.remove("Consistency-Token");
        return kept;
    }

    /** Without what every server makes for itself: ids and times. */
    private static String comparable(String body) {
        return body.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "ID")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME");
    }
}
