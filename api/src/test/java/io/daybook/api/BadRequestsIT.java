package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.DaybookServer.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.json.JsonMapper;

/** Bad input gets an answer that names what is wrong, and leaves nothing behind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadRequestsIT {

    private static final String ORDERS = "/api/v1/orders";
    private static final String STOCK = "/api/v1/inventory/A/main/";
    private static final String ORDER = ORDERS + "/ord_01a1fcbf-72e2-7865-b0b0-7911be01f39e";
    private static final String PAYMENT =
            "/api/v1/payments/pay_01a1fcbf-72e2-7865-b0b0-7911be01f39e";
    private static final String RETURN = "/api/v1/returns/ret_01a1fcbf-72e2-7865-b0b0-7911be01f39e";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Wrong for every text. */
    private static final List<String> NO_TEXT =
            List.of("1", "1.5", "true", "[]", "{}", "\"\\u0000\"", text(5_000), "1e300");

    /** Wrong for every whole number above 0. */
    private static final List<String> NO_NUMBER =
            List.of(
                    "null",
                    "0",
                    "-1",
                    "1.5",
                    "1.0",
                    "1e2",
                    "true",
                    "\"1\"",
                    "[]",
                    "{}",
                    "2147483648",
                    "99999999999999999999");

    /** Wrong for every amount. */
    private static final List<String> NO_AMOUNT =
            List.of(
                    "1",
                    "1.5",
                    "true",
                    "[]",
                    "{}",
                    "\"\"",
                    "\"x\"",
                    "\"1e3\"",
                    "\"NaN\"",
                    "\"-1\"",
                    "\"1.001\"",
                    "\" 1\"",
                    "\"0x1\"",
                    "\"1,50\"",
                    text(5_000));

    private final DaybookServer daybook = DaybookServer.start();
    private final String token = daybook.token("demo", OrderJourneyIT.ALL);

    /**
     * One request and the field that its answer names; {@code ""} where it is the body as a whole.
     */
    private record Bad(String method, String path, String body, String pointer) {}

    @AfterAll
    void stop() {
        daybook.close();
    }

    @Test
    void everyBadRequestIsAProblemThatNamesTheFieldAndLeavesNothingBehind() {
        daybook.post(token, STOCK + "receive", "{\"quantity\":1}");
        long before = head();
        List<Bad> table =
                Stream.of(
                                orders(),
                                orderLines(),
                                bodies(),
                                stock(),
                                actions(),
                                lists(),
                                addresses())
                        .flatMap(List::stream)
                        .toList();

        assertThat(table).hasSizeGreaterThan(200);
        var softly = new SoftAssertions();
        for (Bad bad : table) {
            Answer answer =
                    "GET".equals(bad.method)
                            ? daybook.get(token, bad.path)
                            : daybook.post(token, bad.path, bad.body);
            String about =
                    bad.method + ' ' + bad.path + ' ' + shortened(bad.body) + " -> " + answer;
            softly.assertThat(answer.status()).as(about).isBetween(400, 499);
            softly.assertThat(answer.headers().get("Content-Type"))
                    .as(about)
                    .isEqualTo("application/problem+json");
            if (answer.status() == 400) {
                softly.assertThat(
                                answer.json().at("/errors").values().stream()
                                        .map(each -> each.path("pointer").asString()))
                        .as(about)
                        .anyMatch(pointer -> pointer.startsWith(bad.pointer));
            }
        }
        softly.assertAll();
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void badHeadersAreNamed() {
        long before = head();
        for (List<String> header :
                List.of(
                        List.of("If-Match", "abc"),
                        List.of("Prefer", "wait=99"),
                        List.of("Prefer", "wait=x"),
                        List.of("Idempotency-Key", "x".repeat(256)))) {
            Answer answer =
                    daybook.post(
                            token,
                            STOCK + "receive",
                            "{\"quantity\":1}",
                            header.getFirst(),
                            header.getLast());
            assertThat(answer.status()).as("%s", header).isEqualTo(400);
            assertThat(answer.text("/errors/0/pointer")).isEqualTo("/" + header.getFirst());
        }
        Answer behind = daybook.get(token, ORDERS, "Consistency-Token", "x");
        assertThat(behind.status()).isEqualTo(400);
        assertThat(behind.text("/errors/0/pointer")).isEqualTo("/Consistency-Token");
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void otherMediaTypesMethodsAndSizesHaveTheirOwnStatus() {
        Answer text =
                daybook.send("POST", token, STOCK + "receive", "{\"quantity\":1}", "text/plain");
        Answer method = daybook.send("DELETE", token, ORDER, "", "application/json");
        Answer huge = daybook.post(token, ORDERS, order(Map.of("reference", text(300_000))));
        Answer nowhere = daybook.get(token, "/api/v1/nothing");

        assertThat(text.status()).isEqualTo(415);
        assertThat(method.status()).isIn(403, 405);
        assertThat(huge.status()).isEqualTo(413);
        assertThat(huge.text("/code")).isEqualTo("body-too-large");
        assertThat(nowhere.status()).isEqualTo(404);
    }

    private static List<Bad> orders() {
        var table = new ArrayList<Bad>();
        each(NO_TEXT, "customerId", table);
        each(List.of("null", "\"\"", "\"a b\""), "customerId", table);
        each(NO_TEXT, "currency", table);
        each(
                List.of("null", "\"\"", "\"EURO\"", "\"eur\"", "\"XXX\"", "\"QQQ\""),
                "currency",
                table);
        each(
                List.of("null", "1", "true", "\"x\"", "{}", "[]", "[null]", "[[]]", "[1]"),
                "lines",
                table);
        each(NO_AMOUNT, "shippingFee", table);
        each(NO_TEXT, "reference", table);
        each(
                List.of("1", "true", "\"x\"", "[]", "{\"a\":1}", "{\"a\":null}", "{\"a\":{}}"),
                "metadata",
                table);
        each(
                List.of("1", "true", "\"x\"", "[]", "{\"street\":1}", "{\"x\":\"y\"}"),
                "shippingAddress",
                table);
        each(
                List.of(
                        "1",
                        "true",
                        "\"x\"",
                        "[]",
                        "{}",
                        "{\"method\":\"card\"}",
                        "{\"token\":\"t\"}"),
                "payment",
                table);
        for (String unknown : List.of("tenantId", "status", "total", "orderId", "Customerid")) {
            each(List.of("\"x\"", "1"), unknown, table);
        }
        return table;
    }

    private static List<Bad> orderLines() {
        var table = new ArrayList<Bad>();
        lines(NO_TEXT, "sku", table);
        lines(List.of("null", "\"\"", "\"a b\"", "\"a/b\""), "sku", table);
        lines(NO_NUMBER, "quantity", table);
        lines(NO_AMOUNT, "unitPrice", table);
        lines(List.of("null"), "unitPrice", table);
        lines(NO_AMOUNT, "discount", table);
        lines(
                List.of("1", "\"\"", "\"x\"", "\"-0.1\"", "\"1.1\"", "\"0.0000001\"", "[]"),
                "taxRate",
                table);
        lines(NO_TEXT, "location", table);
        lines(NO_TEXT, "name", table);
        lines(List.of("\"x\""), "price", table);
        for (String lines :
                List.of(
                        "[{\"sku\":\"A\",\"quantity\":1000000,\"unitPrice\":\"999999999999999\"}]",
                        "[{\"sku\":\"A\",\"quantity\":1,\"unitPrice\":\"600000000000000\"},"
                                + "{\"sku\":\"B\",\"quantity\":1,\"unitPrice\":\"600000000000000\"}]",
                        "[{\"sku\":\"A\",\"quantity\":1,\"unitPrice\":\"999999999999999\",\"taxRate\":\"1\"}]")) {
            table.add(new Bad("POST", ORDERS, order(Map.of("lines", lines)), "/lines"));
        }
        return table;
    }

    private static List<Bad> bodies() {
        String good = order(Map.of());
        return Stream.of(
                        "",
                        " ",
                        "{",
                        "[]",
                        "null",
                        "1",
                        "\"x\"",
                        "{'customerId':'C'}",
                        "{\"customerId\":\"C\",\"customerId\":\"D\"}",
                        good.substring(0, good.length() - 1) + ",\"lines\":[]}",
                        good + " {}",
                        good + "x",
                        "// a comment\n" + good,
                        "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000),
                        "[".repeat(2_000))
                .map(body -> new Bad("POST", ORDERS, body, ""))
                .toList();
    }

    private static List<Bad> stock() {
        var table = new ArrayList<Bad>();
        for (var field :
                Map.of("receive", "quantity", "reservations", "quantity", "count", "counted")
                        .entrySet()) {
            for (String value : NO_NUMBER) {
                if (!("count".equals(field.getKey()) && "0".equals(value))) {
                    table.add(
                            new Bad(
                                    "POST",
                                    STOCK + field.getKey(),
                                    "{\"" + field.getValue() + "\":" + value + ",\"reason\":\"x\"}",
                                    "/"));
                }
            }
        }
        for (String value : List.of("0", "1.5", "\"1\"", "null", "9999999999")) {
            table.add(
                    new Bad(
                            "POST",
                            STOCK + "adjust",
                            "{\"delta\":" + value + ",\"reason\":\"x\"}",
                            "/delta"));
        }
        table.add(new Bad("POST", STOCK + "adjust", "{\"delta\":1}", "/reason"));
        table.add(new Bad("POST", STOCK + "adjust", "{\"delta\":1,\"reason\":\" \"}", "/reason"));
        table.add(new Bad("POST", STOCK + "receive", "{\"quantity\":1,\"quantity\":2}", ""));
        table.add(new Bad("POST", STOCK + "receive", "{\"qty\":1}", "/qty"));
        table.add(new Bad("POST", STOCK + "policy", "{\"safetyStock\":-1}", "/safetyStock"));
        table.add(new Bad("POST", STOCK + "policy", "{\"backorderLimit\":1.5}", "/backorderLimit"));
        table.add(new Bad("POST", STOCK + "receive?dry=true", "{\"quantity\":1}", "/dry"));
        return table;
    }

    private static List<Bad> actions() {
        return List.of(
                new Bad("POST", ORDER + "/cancel", "{}", "/reason"),
                new Bad("POST", ORDER + "/cancel", "{\"reason\":\"\"}", "/reason"),
                new Bad("POST", ORDER + "/cancel", "{\"reason\":1}", "/reason"),
                new Bad("POST", ORDERS + "/xx/cancel", "{\"reason\":\"x\"}", "/orderId"),
                new Bad("POST", ORDER + "/shipments", "{}", "/lines"),
                new Bad("POST", ORDER + "/shipments", "{\"lines\":[]}", "/lines"),
                new Bad("POST", ORDER + "/shipments", "{\"lines\":[null]}", "/lines/0"),
                new Bad(
                        "POST",
                        ORDER + "/shipments",
                        "{\"lines\":[{\"lineId\":\"1\"}]}",
                        "/lines/0/quantity"),
                new Bad(
                        "POST",
                        ORDER + "/shipments",
                        "{\"lines\":[{\"quantity\":1}]}",
                        "/lines/0/lineId"),
                new Bad("POST", ORDER + "/shipments/x/deliver", "{}", "/shipmentId"),
                new Bad("POST", PAYMENT + "/refunds", "{}", ""),
                new Bad("POST", PAYMENT + "/capture", "{\"amount\":1}", ""),
                new Bad("POST", "/api/v1/payments", "{}", "/"),
                new Bad("POST", "/api/v1/payments/x/void", "{}", "/paymentId"),
                new Bad("POST", "/api/v1/returns", "{}", "/orderId"),
                new Bad("POST", "/api/v1/returns/x/approve", "{}", "/returnId"),
                new Bad("POST", RETURN + "/decline", "{}", "/reason"),
                new Bad("POST", RETURN + "/receive", "{}", "/lines"),
                new Bad("POST", RETURN + "/receive", "{\"lines\":[{}]}", "/lines/0/lineId"),
                new Bad("POST", RETURN + "/inspect", "{\"lines\":[]}", "/lines"),
                new Bad(
                        "POST",
                        RETURN + "/inspect",
                        "{\"lines\":[{\"lineId\":\"1\",\"quantity\":1,\"disposition\":\"EAT\",\"accepted\":true}]}",
                        "/lines/0/disposition"),
                new Bad("POST", RETURN + "/settle", "{\"refundTo\":\"me\"}", "/refundTo"),
                new Bad("POST", RETURN + "/close", "{\"a\":1}", "/a"),
                new Bad("POST", STOCK + "reservations/x/release", "{}", "/reservationId"),
                new Bad("POST", STOCK + "reservations/x/commit", "{}", "/reservationId"));
    }

    private static List<Bad> lists() {
        return Stream.of(
                        "orders?limit=0",
                        "orders?limit=201",
                        "orders?limit=x",
                        "orders?limit=1.5",
                        "orders?limit=",
                        "orders?limit",
                        "orders?cursor=zzz",
                        "orders?cursor=YQpi",
                        "orders?cursor=%00",
                        "orders?sort=x",
                        "orders?status=NO",
                        "orders?status=placed",
                        "orders?placedFrom=yesterday",
                        "orders?placedTo=2026-01-01",
                        "orders?q=",
                        "orders?sku=a%20b",
                        "orders?customerId=%00",
                        "orders?foo=1",
                        "inventory?limit=-1",
                        "inventory?belowReorderPoint=maybe",
                        "inventory?cursor=YQ",
                        "inventory?colour=red",
                        "payments?status=NO",
                        "payments?orderId=x",
                        "payments?cursor=YQpi",
                        "events?after=-1",
                        "events?after=x",
                        "events?cursor=x",
                        "events?from=x",
                        "events?entity=x",
                        "inventory?cursor=AAo",
                        "orders?cursor=AAo",
                        "payments?cursor=AAo",
                        "returns?status=NO",
                        "returns?kind=x",
                        "returns?orderId=x",
                        "returns?cursor=AAo",
                        "orders?placedFrom=%2B300000-01-01T00:00:00Z",
                        "orders?placedTo=-9000-01-01T00:00:00Z",
                        "events?from=%2B300000-01-01T00:00:00Z")
                .map(each -> {
                    String name = each.substring(each.indexOf('?') + 1).replaceAll("=.*", "");
                    return new Bad("GET", "/api/v1/" + each, "", "/" + name);
                })
                .toList();
    }

    private static List<Bad> addresses() {
        var table = new ArrayList<Bad>();
        for (String id :
                List.of(
                        "x",
                        "ord_x",
                        "ord_",
                        ORDER.substring(15).toUpperCase(java.util.Locale.ROOT))) {
            table.add(new Bad("GET", ORDERS + '/' + id, "", "/orderId"));
            table.add(new Bad("GET", ORDERS + '/' + id + "/events", "", "/orderId"));
        }
        for (String query :
                List.of("version=0", "version=x", "version=-1", "asOf=x", "asOf=2026")) {
            table.add(new Bad("GET", ORDER + '?' + query, "", "/" + query.replaceAll("=.*", "")));
        }
        for (String query :
                List.of("fromVersion=-9223372036854775808", "fromVersion=0", "toVersion=x")) {
            table.add(
                    new Bad(
                            "GET",
                            ORDER + "/events?" + query,
                            "",
                            "/" + query.replaceAll("=.*", "")));
        }
        table.add(new Bad("GET", ORDER + "?version=1&asOf=2026-01-01T00:00:00Z", "", "/asOf"));
        table.add(new Bad("GET", ORDERS + "?limit=1&limit=2", "", "/limit"));
        table.add(new Bad("GET", "/api/v1/payments/pay_x", "", "/paymentId"));
        table.add(new Bad("GET", "/api/v1/inventory/A/X%20Y", "", "/location"));
        table.add(
                new Bad("POST", "/api/v1/inventory/%20/main/receive", "{\"quantity\":1}", "/sku"));
        return table;
    }

    private static void each(List<String> values, String field, List<Bad> table) {
        for (String value : values) {
            table.add(new Bad("POST", ORDERS, order(Map.of(field, value)), "/" + field));
        }
    }

    private static void lines(List<String> values, String field, List<Bad> table) {
        for (String value : values) {
            var line =
                    new LinkedHashMap<>(
                            Map.of("sku", "\"A\"", "quantity", "1", "unitPrice", "\"1.00\""));
            line.put(field, value);
            table.add(
                    new Bad(
                            "POST",
                            ORDERS,
                            order(Map.of("lines", '[' + json(line) + ']')),
                            "/lines/0/" + field));
        }
    }

    private static String order(Map<String, String> changed) {
        var order =
                new LinkedHashMap<>(
                        Map.of(
                                "customerId", "\"C\"",
                                "currency", "\"EUR\"",
                                "lines",
                                        "[{\"sku\":\"A\",\"quantity\":1,\"unitPrice\":\"1.00\"}]"));
        order.putAll(changed);
        return json(order);
    }

    private static String json(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> JSON.writeValueAsString(field.getKey()) + ':' + field.getValue())
                .collect(java.util.stream.Collectors.joining(",", "{", "}"));
    }

    private static String text(int length) {
        return '"' + "x".repeat(length) + '"';
    }

    private static String shortened(String body) {
        return body.length() > 120 ? body.substring(0, 120) + '…' : body;
    }

    private long head() {
        var items = daybook.get(token, "/api/v1/projections").json().at("/items");
        return IntStream.range(0, items.size())
                .mapToLong(i -> items.path(i).path("head").asLong())
                .max()
                .orElseThrow();
    }
}
