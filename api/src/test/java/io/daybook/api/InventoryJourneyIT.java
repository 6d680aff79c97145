package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.DaybookServer.Answer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Stock over HTTP: everything that a warehouse does with it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InventoryJourneyIT {

    private final DaybookServer daybook = DaybookServer.start();
    private final String token = daybook.token("demo", "inventory:read inventory:write audit:read");

    @AfterAll
    void stop() {
        daybook.close();
    }

    @Test
    void aReservationIsHeldExtendedAndShipped() {
        receive("HELD-1", "{\"quantity\":5}");
        Answer held =
                daybook.post(
                        token,
                        at("HELD-1", "/reservations"),
                        "{\"quantity\":2,\"expiresInSeconds\":600,\"reference\":\"cart-7\"}",
                        "Idempotency-Key",
                        "held-1");
        Answer again =
                daybook.post(
                        token,
                        at("HELD-1", "/reservations"),
                        "{\"quantity\":2,\"expiresInSeconds\":600,\"reference\":\"cart-7\"}",
                        "Idempotency-Key",
                        "held-1");
        assertThat(held.status()).as(held.body()).isEqualTo(201);
        assertThat(held.text("/available")).isEqualTo("3");
        assertThat(held.text("/expiresAt")).endsWith("Z");
        assertThat(again.body()).isEqualTo(held.body());

        String reservation = held.header("Location").replaceFirst("^/api/v1", "");
        assertThat(code(reservation + "/extend", "{\"expiresInSeconds\":60}"))
                .isEqualTo("not-an-extension");
        assertThat(post(reservation + "/extend", "{\"expiresInSeconds\":3600}").status())
                .isEqualTo(200);
        assertThat(post(reservation + "/commit", "{\"quantity\":1}").text("/onHand"))
                .isEqualTo("4");
        assertThat(post(reservation + "/release", "{}").text("/reserved")).isEqualTo("0");
        assertThat(code(reservation + "/extend", "{\"expiresInSeconds\":7200}"))
                .isEqualTo("reservation-ended");
    }

    @Test
    void aReservationThatNobodyExtendsEndsByItself() {
        receive("SHORT-1", "{\"quantity\":1}");
        post(path("SHORT-1", "/reservations"), "{\"quantity\":1,\"expiresInSeconds\":1}");
        assertThat(code(path("SHORT-1", "/reservations"), "{\"quantity\":1}"))
                .isEqualTo("insufficient-stock");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(
                                        post(path("SHORT-1", "/reservations"), "{\"quantity\":1}")
                                                .status())
                                .isEqualTo(201));
    }

    @Test
    void bucketsBackordersAndLimitsShowInTheItem() {
        receive("BUCKET-1", "{\"quantity\":10}");
        ok(
                "BUCKET-1",
                "/policy",
                "{\"reorderPoint\":4,\"safetyStock\":1,\"backorderLimit\":5,\"backorderDays\":7}");
        ok(
                "BUCKET-1",
                "/buckets/damaged",
                "{\"quantity\":3,\"direction\":\"in\",\"reason\":\"wet\"}");
        ok(
                "BUCKET-1",
                "/buckets/damaged",
                "{\"quantity\":1,\"direction\":\"out\",\"reason\":\"dry\"}");
        ok(
                "BUCKET-1",
                "/write-off",
                "{\"quantity\":1,\"bucket\":\"damaged\",\"reason\":\"mould\"}");
        assertThat(code(path("BUCKET-1", "/write-off"), "{\"quantity\":99,\"reason\":\"x\"}"))
                .isEqualTo("negative-stock");
        Answer reserved = post(path("BUCKET-1", "/reservations"), "{\"quantity\":9}");
        assertThat(reserved.text("/backordered")).isEqualTo("2");
        assertThat(reserved.json().path("promisedOn").isNull()).isFalse();

        Answer item =
                daybook.get(
                        token,
                        at("BUCKET-1", ""),
                        "Consistency-Token",
                        reserved.header("Consistency-Token"));
        assertThat(item.text("/onHand")).isEqualTo("9");
        assertThat(item.text("/buckets/damaged")).isEqualTo("1");
        assertThat(item.text("/buckets/safety")).isEqualTo("1");
        assertThat(item.text("/available")).isEqualTo("-2");
        assertThat(item.text("/backordered")).isEqualTo("2");
        assertThat(
                        daybook.get(token, at("BUCKET-1", "") + "?version=" + item.text("/version"))
                                .body())
                .isEqualTo(item.body());
        assertThat(
                        daybook.get(token, "/api/v1/inventory?belowReorderPoint=true&sku=BUCKET-1")
                                .json()
                                .path("items")
                                .size())
                .isEqualTo(1);
        assertThat(daybook.get(token, at("BUCKET-1", "/events")).body())
                .contains("ReorderPointReached", "StockRanOut");
    }

    @Test
    void aTransferIsCountedInAndItsDifferenceExplained() {
        receive("MOVED-1", "{\"quantity\":9}");
        Answer sent =
                daybook.post(token, at("MOVED-1", "/transfer"), "{\"to\":\"shop\",\"quantity\":4}");
        assertThat(sent.status()).as(sent.body()).isEqualTo(201);
        assertThat(sent.text("/onHand")).isEqualTo("5");
        String transfer = "/transfers/" + sent.text("/transferId");
        String shop = "/inventory/MOVED-1/shop";
        await().ignoreExceptions()
                .untilAsserted(() ->
                        assertThat(daybook.get(token, "/api/v1" + shop).text("/incoming"))
                                .isEqualTo("4"));

        Answer counted = post(shop + transfer + "/receive", "{\"received\":3}");
        assertThat(counted.text("/available")).isEqualTo("3");
        await().ignoreExceptions()
                .untilAsserted(() ->
                        assertThat(daybook.get(token, at("MOVED-1", "")).text("/transfers/0/stage"))
                                .isEqualTo("DISPUTED"));
        assertThat(
                        code(
                                shop + transfer + "/resolve",
                                "{\"resolution\":\"WRITTEN_OFF\",\"reason\":\"lost\"}"))
                .isEqualTo("wrong-end-of-transfer");
        Answer resolved =
                post(
                        path("MOVED-1", transfer + "/resolve"),
                        "{\"resolution\":\"CORRECTED_AT_SOURCE\",\"reason\":\"never left\"}");
        assertThat(resolved.text("/onHand")).isEqualTo("6");
        Answer sum =
                daybook.get(
                        token,
                        "/api/v1/inventory/MOVED-1",
                        "Consistency-Token",
                        resolved.header("Consistency-Token"));
        assertThat(sum.text("/onHand")).isEqualTo("9");
    }

    @Test
    void lotsAndSerialsComeInAndGoOut() {
        receive("LOT-1", "{\"quantity\":2,\"lot\":\"old\",\"expiresOn\":\"2020-01-01\"}");
        receive(
                "LOT-1",
                "{\"quantity\":2,\"lot\":\"new\",\"expiresOn\":\"2999-01-01\",\"serials\":[\"s1\",\"s2\"]}");
        assertThat(code(path("LOT-1", "/receive"), "{\"quantity\":1,\"serials\":[\"s1\"]}"))
                .isEqualTo("serial-in-stock");
        assertThat(code(path("LOT-1", "/reservations"), "{\"quantity\":3}"))
                .isEqualTo("insufficient-stock");
        Answer reserved = post(path("LOT-1", "/reservations"), "{\"quantity\":1}");
        String reservation = path("LOT-1", "/reservations/" + reserved.text("/reservationId"));
        assertThat(code(reservation + "/commit", "{\"serials\":[\"s9\"]}"))
                .isEqualTo("serial-not-in-stock");
        Answer shipped = post(reservation + "/commit", "{\"serials\":[\"s1\"]}");

        Answer item =
                daybook.get(
                        token,
                        at("LOT-1", ""),
                        "Consistency-Token",
                        shipped.header("Consistency-Token"));
        assertThat(item.text("/lots/1/lot")).isEqualTo("new");
        assertThat(item.text("/lots/1/onHand")).isEqualTo("1");
        assertThat(code(path("LOT-1", "/adjust"), "{\"delta\":-1,\"reason\":\"lost\"}"))
                .isEqualTo("lot-required");
        ok(
                "LOT-1",
                "/count",
                "{\"counted\":0,\"expected\":2,\"lot\":\"old\",\"reason\":\"cycle\"}");
        assertThat(
                        post(path("LOT-1", "/receive"), "{\"quantity\":1,\"expiresOn\":\"soon\"}")
                                .body())
                .contains("/expiresOn");
    }

    @Test
    void theLedgerAndTheExplanationAgreeWithTheItem() {
        receive("WHY-1", "{\"quantity\":5,\"reference\":\"po-9\"}");
        Answer adjusted = post(path("WHY-1", "/adjust"), "{\"delta\":-2,\"reason\":\"lost\"}");
        String consistency = adjusted.header("Consistency-Token");

        Answer first =
                daybook.get(
                        token, at("WHY-1", "/movements?limit=2"), "Consistency-Token", consistency);
        assertThat(first.text("/items/0/cause")).isEqualTo("po-9");
        Answer second =
                daybook.get(
                        token,
                        at("WHY-1", "/movements?limit=2&cursor=" + first.text("/nextCursor")));
        assertThat(second.text("/items/0/balance/onHand")).isEqualTo("3");
        Answer why = daybook.get(token, at("WHY-1", "/explain"), "Consistency-Token", consistency);
        assertThat(why.text("/onHand/value")).isEqualTo("3");
        assertThat(why.text("/onHand/shares/1/newest/0/reason")).isEqualTo("lost");
        assertThat(daybook.get(token, at("UNKNOWN-1", "/movements")).status()).isEqualTo(404);
        assertThat(daybook.get(token, at("UNKNOWN-1", "/explain")).status()).isEqualTo(404);
        assertThat(post(path("WHY-1", "/buckets/attic"), "{}").status()).isIn(400, 404);
    }

    private void receive(String sku, String body) {
        ok(sku, "/receive", body);
    }

    private void ok(String sku, String call, String body) {
        Answer answer = post(path(sku, call), body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private String code(String path, String body) {
        return post(path, body).text("/code");
    }

    private Answer post(String path, String body) {
        return daybook.post(token, "/api/v1" + path, body);
    }

    private static String path(String sku, String call) {
        return "/inventory/" + sku + "/main" + call;
    }

    private static String at(String sku, String call) {
        return "/api/v1" + path(sku, call);
    }
}
