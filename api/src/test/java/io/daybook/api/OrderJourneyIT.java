package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.DaybookServer.Answer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderJourneyIT {

    static final String ALL =
            "orders:read orders:write inventory:read inventory:write payments:read payments:write audit:read projections:manage";

    private final DaybookServer daybook = DaybookServer.start();
    private final String token = daybook.token("demo", ALL);

    @BeforeAll
    void stock() {
        assertThat(receive("TEA-1", 1000).status()).isEqualTo(200);
    }

    @AfterAll
    void stop() {
        daybook.close();
    }

    @Test
    void aPlacedOrderIsConfirmedAndStockPaymentAndHistoryAgree() {
        receive("AGREE-1", 5);
        Answer placed =
                daybook.post(token, "/api/v1/orders", order("AGREE-1", 2), "Prefer", "wait=10");

        assertThat(placed.status()).isEqualTo(201);
        assertThat(placed.text("/status")).isEqualTo("CONFIRMED");
        String path = "/api/v1/orders/" + placed.text("/orderId");
        assertThat(placed.headers()).containsEntry("Location", path).containsEntry("ETag", "\"5\"");
        Answer order = daybook.get(token, path);
        assertThat(order.text("/totals/total")).isEqualTo("9.80");
        assertThat(order.text("/payments/0/authorised")).isEqualTo("9.80");
        assertThat(order.text("/lines/0/reserved")).isEqualTo("2");
        Answer item =
                daybook.get(
                        token,
                        "/api/v1/inventory/AGREE-1/main",
                        "Consistency-Token",
                        order.header("Consistency-Token"));
        assertThat(item.text("/available")).isEqualTo("3");
        assertThat(
                        daybook.get(token, path + "/events").json().at("/items").values().stream()
                                .map(event -> event.path("type").asString()))
                .containsExactly(
                        "OrderPlaced",
                        "OrderStockReserved",
                        "OrderPaymentRequested",
                        "OrderPaymentRecorded",
                        "OrderConfirmed");
    }

    @Test
    void aRefusalIsRepeatedByteForByte() {
        receive("REFUSED-1", 1);
        String path = "/api/v1/inventory/REFUSED-1/main/reservations";
        Answer first = daybook.post(token, path, "{\"quantity\":2}", "Idempotency-Key", "refused");
        receive("REFUSED-1", 10);
        Answer again = daybook.post(token, path, "{\"quantity\":2}", "Idempotency-Key", "refused");

        assertThat(first.status()).isEqualTo(409);
        assertThat(first.headers()).doesNotContainKey("Idempotency-Replayed");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.headers()).containsEntry("Idempotency-Replayed", "true");
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void aPaymentIsPayableRightAwayAndItsAnswerIsRepeatedWhateverBecameOfTheOrder() {
        String path = confirmed();
        String orderId = path.substring(path.lastIndexOf('/') + 1);
        String body =
                """
                {"orderId":"%s","amount":"1.00","currency":"EUR","method":"card","token":"tok_approve"}
                """
                        .formatted(orderId);
        Answer first =
                daybook.post(token, "/api/v1/payments", body, "Idempotency-Key", "pay-" + orderId);
        assertThat(first.status()).isEqualTo(201);
        Answer voided =
                daybook.post(
                        token,
                        "/api/v1/payments/" + first.text("/paymentId") + "/void",
                        "{}",
                        "Prefer",
                        "return=representation");
        assertThat(voided.status()).as(voided.body()).isIn(200, 409);

        daybook.post(token, path + "/cancel", "{\"reason\":\"test\"}", "Prefer", "wait=10");
        Answer again =
                daybook.post(token, "/api/v1/payments", body, "Idempotency-Key", "pay-" + orderId);
        Answer other = daybook.post(token, "/api/v1/payments", body);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.text("/code")).isEqualTo("order-not-payable");
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        confirmed();
        confirmed();
        Answer page = daybook.get(token, "/api/v1/orders?limit=1&sort=placedAt");
        String cursor = page.text("/nextCursor");

        assertThat(
                        daybook.get(token, "/api/v1/orders?limit=5&sort=placedAt&cursor=" + cursor)
                                .status())
                .isEqualTo(200);
        assertThat(daybook.get(token, "/api/v1/orders?limit=1&cursor=" + cursor).status())
                .isEqualTo(400);
        assertThat(daybook.get(token, "/api/v1/payments?cursor=" + cursor).status()).isEqualTo(400);
    }

    @Test
    void everyVersionOfAnOrderCanBeReadAndTheNewestEqualsTheReadModel() {
        String path = confirmed();

        Answer first = daybook.get(token, path + "?version=1");
        Answer newest = daybook.get(token, path + "?version=5");
        Answer now = daybook.get(token, path);

        assertThat(first.text("/status")).isEqualTo("PLACED");
        assertThat(newest.body()).isEqualTo(now.body());
        assertThat(daybook.get(token, path + "?version=6").status()).isEqualTo(404);
        assertThat(daybook.get(token, path + "?asOf=" + now.text("/updatedAt")).body())
                .isEqualTo(now.body());
        assertThat(daybook.get(token, path + "?asOf=2020-01-01T00:00:00Z").status()).isEqualTo(404);
    }

    @Test
    void shippingCapturesAndDeliveryCompletes() {
        String path = confirmed();
        Answer shipped =
                daybook.post(
                        token,
                        path + "/shipments",
                        "{\"lines\":[{\"lineId\":\"1\",\"quantity\":1}],\"carrier\":\"DHL\"}");
        assertThat(shipped.status()).isEqualTo(201);

        await().untilAsserted(() ->
                assertThat(daybook.get(token, path).text("/paymentStatus")).isEqualTo("CAPTURED"));
        Answer delivered =
                daybook.post(
                        token,
                        path + "/shipments/" + shipped.text("/shipmentId") + "/deliver",
                        "{}",
                        "Prefer",
                        "return=representation");
        assertThat(delivered.text("/status")).isEqualTo("COMPLETED");
        assertThat(delivered.text("/balanceDue")).isEqualTo("0.00");
    }

    @Test
    void aCancelledOrderGivesStockAndMoneyBack() {
        receive("BACK-1", 1);
        Answer placed =
                daybook.post(token, "/api/v1/orders", order("BACK-1", 1), "Prefer", "wait=10");
        String path = "/api/v1/orders/" + placed.text("/orderId");

        Answer cancelled =
                daybook.post(token, path + "/cancel", "{\"reason\":\"test\"}", "Prefer", "wait=10");

        assertThat(cancelled.text("/status")).isEqualTo("CANCELLED");
        assertThat(daybook.get(token, path).text("/payments/0/status")).isEqualTo("VOIDED");
        await().untilAsserted(() ->
                assertThat(daybook.get(token, "/api/v1/inventory/BACK-1/main").text("/available"))
                        .isEqualTo("1"));
    }

    @Test
    void aDeclinedPaymentAndMissingStockRejectTheOrder() {
        String declined = order("TEA-1", 1).replace("tok_approve", "tok_decline");
        assertThat(
                        daybook.post(token, "/api/v1/orders", declined, "Prefer", "wait=10")
                                .text("/status"))
                .isEqualTo("REJECTED");
        assertThat(
                        daybook.post(
                                        token,
                                        "/api/v1/orders",
                                        order("NONE-1", 1),
                                        "Prefer",
                                        "wait=10")
                                .text("/status"))
                .isEqualTo("REJECTED");
    }

    @Test
    void aRepeatedRequestIsAnsweredByteForByte() {
        String key = UUID.randomUUID().toString();
        Answer first =
                daybook.post(
                        token,
                        "/api/v1/orders",
                        order("TEA-1", 1),
                        "Idempotency-Key",
                        key,
                        "Prefer",
                        "wait=10");
        Answer second =
                daybook.post(
                        token,
                        "/api/v1/orders",
                        order("TEA-1", 1),
                        "Idempotency-Key",
                        key,
                        "Prefer",
                        "wait=10");

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers()).containsEntry("Idempotency-Replayed", "true");
        for (String header : List.of("ETag", "Location", "Consistency-Token")) {
            assertThat(second.headers().get(header)).isEqualTo(first.headers().get(header));
        }
        Answer other =
                daybook.post(token, "/api/v1/orders", order("TEA-1", 2), "Idempotency-Key", key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("/code")).isEqualTo("idempotency-key-reused");
    }

    @Test
    void aRepeatedReservationAndShipmentNameTheSameThing() {
        String key = UUID.randomUUID().toString();
        String reservations = "/api/v1/inventory/TEA-1/main/reservations";
        Answer first =
                daybook.post(token, reservations, "{\"quantity\":1}", "Idempotency-Key", key);
        Answer second =
                daybook.post(token, reservations, "{\"quantity\":1}", "Idempotency-Key", key);
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));

        String path = confirmed() + "/shipments";
        String ship = "{\"lines\":[{\"lineId\":\"1\",\"quantity\":1}]}";
        Answer shipped = daybook.post(token, path, ship, "Idempotency-Key", key);
        assertThat(daybook.post(token, path, ship, "Idempotency-Key", key).body())
                .isEqualTo(shipped.body());
    }

    /** By its age, an item knows that it never saw it, and need not look into the log. */
    @Test
    void theIdOfAReservationIsAsOldAsTheReservationAlsoWithAKey() {
        var before = Instant.now().truncatedTo(ChronoUnit.MILLIS);

        Answer reserved =
                daybook.post(
                        token,
                        "/api/v1/inventory/TEA-1/main/reservations",
                        "{\"quantity\":1}",
                        "Idempotency-Key",
                        UUID.randomUUID().toString());

        assertThat(age(reserved.text("/reservationId"))).isBetween(before, Instant.now());
    }

    /** What is derived from them must not seem to be newer than what comes next. */
    @Test
    void idsThatAreMadeFromAKeySortBeforeAllOthers() {
        Answer sent =
                daybook.post(
                        token,
                        "/api/v1/inventory/TEA-1/main/transfer",
                        "{\"to\":\"shop\",\"quantity\":1}",
                        "Idempotency-Key",
                        UUID.randomUUID().toString());

        assertThat(age(sent.text("/transferId"))).isEqualTo(Instant.EPOCH);
    }

    private static Instant age(String id) {
        var uuid = UUID.fromString(id.substring(id.indexOf('_') + 1));
        return Instant.ofEpochMilli(uuid.getMostSignificantBits() >>> 16);
    }

    @Test
    void aRefusalNamesItsRuleTheVersionAndWhatIsAllowed() {
        String path = confirmed();
        daybook.post(token, path + "/shipments", "{\"lines\":[{\"lineId\":\"1\",\"quantity\":1}]}");

        Answer refused = daybook.post(token, path + "/cancel", "{\"reason\":\"too late\"}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.headers()).containsEntry("Content-Type", "application/problem+json");
        assertThat(refused.text("/code")).isEqualTo("wrong-order-status");
        assertThat(refused.text("/currentVersion")).isEqualTo("6");
        assertThat(refused.json().at("/allowed").values().stream().map(each -> each.asString()))
                .contains("RecordDelivery", "PlaceHold", "AddNote")
                .doesNotContain("CancelOrder", "ShipLines", "ReleaseHold");
    }

    @Test
    void ifMatchIsHonoured() {
        String path = confirmed();

        assertThat(
                        daybook.post(
                                        token,
                                        path + "/cancel",
                                        "{\"reason\":\"x\"}",
                                        "If-Match",
                                        "\"3\"")
                                .status())
                .isEqualTo(412);
        assertThat(
                        daybook.post(
                                        token,
                                        path + "/cancel",
                                        "{\"reason\":\"x\"}",
                                        "If-Match",
                                        "W/\"5\"")
                                .status())
                .isEqualTo(412);
        assertThat(
                        daybook.post(
                                        token,
                                        path + "/cancel",
                                        "{\"reason\":\"x\"}",
                                        "If-Match",
                                        "\"5\"")
                                .status())
                .isEqualTo(200);
    }

    @Test
    void sixtyFourClientsReserveTheLastHundredUnitsExactly() throws Exception {
        receive("STORM-1", 100);
        Map<Integer, Integer> counted = new TreeMap<>();
        try (var clients = Executors.newFixedThreadPool(64)) {
            List<Future<Answer>> answers =
                    IntStream.range(0, 1000)
                            .mapToObj(_ ->
                                    clients.submit(() ->
                                            daybook.post(
                                                    token,
                                                    "/api/v1/inventory/STORM-1/main/reservations",
                                                    "{\"quantity\":1}")))
                            .toList();
            for (Future<Answer> answer : answers) {
                counted.merge(answer.get().status(), 1, Integer::sum);
            }
        }

        assertThat(counted).isEqualTo(Map.of(201, 100, 409, 900));
    }

    @Test
    void pagesDoNotShiftWhileOrdersAreAdded() {
        for (int i = 0; i < 5; i++) {
            confirmed();
        }
        Answer first = daybook.get(token, "/api/v1/orders?limit=2&sort=placedAt");
        confirmed();
        Answer second =
                daybook.get(
                        token,
                        "/api/v1/orders?limit=2&sort=placedAt&cursor=" + first.text("/nextCursor"));

        assertThat(first.headers().get("Link")).contains("rel=\"next\"");
        assertThat(second.text("/items/0/placedAt")).isGreaterThan(first.text("/items/1/placedAt"));
    }

    @Test
    void aProjectionIsRebuiltToTheSameDocuments() {
        String path = confirmed();
        String before = daybook.get(token, path).body();
        Answer rebuild = daybook.post(token, "/api/v1/projections/orders/rebuild", "{}");
        assertThat(rebuild.status()).isEqualTo(202);

        await().untilAsserted(() ->
                assertThat(daybook.get(token, rebuild.header("Location")).text("/status"))
                        .isEqualTo("COMPLETED"));
        assertThat(daybook.get(token, path).body()).isEqualTo(before);
    }

    @Test
    void theDescriptionNamesEveryCallAndThePageOpens() {
        Answer description = daybook.get("", "/openapi.json");

        assertThat(description.text("/openapi")).startsWith("3.1");
        assertThat(description.json().path("paths").propertyNames())
                .contains(
                        "/api/v1/orders",
                        "/api/v1/orders/{orderId}/cancel",
                        "/api/v1/inventory/{sku}/{location}/reservations",
                        "/api/v1/payments/{paymentId}/refunds",
                        "/api/v1/events",
                        "/api/v1/projections/{name}/rebuild");
        assertThat(daybook.get("", "/docs").status()).isIn(200, 302, 307);
        assertThat(daybook.get("", "/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(daybook.get("", "/actuator/prometheus").body())
                .contains(
                        "daybook_commands_seconds_count",
                        "daybook_projection_lag_events",
                        "http_server_requests")
                // Axon's own meters keep ten minutes of every message in memory.
                .doesNotContain("commandBus");
    }

    private String confirmed() {
        Answer placed =
                daybook.post(token, "/api/v1/orders", order("TEA-1", 1), "Prefer", "wait=10");
        assertThat(placed.text("/status")).as(placed.body()).isEqualTo("CONFIRMED");
        return "/api/v1/orders/" + placed.text("/orderId");
    }

    private Answer receive(String sku, int quantity) {
        return daybook.post(
                token,
                "/api/v1/inventory/" + sku + "/main/receive",
                "{\"quantity\":" + quantity + "}");
    }

    static String order(String sku, int quantity) {
        return """
        {"customerId":"C-1","currency":"EUR","lines":[{"sku":"%s","quantity":%d,"unitPrice":"4.90"}],\
        "metadata":{"zeta":"1","alpha":"2","mid":"3","beta":"4"},"payment":{"method":"card","token":"tok_approve"}}\
        """
                .formatted(sku, quantity);
    }
}
