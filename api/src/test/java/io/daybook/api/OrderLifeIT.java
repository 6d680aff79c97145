package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.DaybookServer.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What happens to orders beside the straight way: holds, changes, cancelled lines, parts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderLifeIT {

    private final DaybookServer daybook = DaybookServer.start();
    private final String token = daybook.token("demo", OrderJourneyIT.ALL);

    @AfterAll
    void stop() {
        daybook.close();
    }

    @Test
    void anOrderIsHeldShippedInPartsDeliveredClosedAndPutAway() {
        String order = confirmed("PART-1", 3);
        Answer hold = daybook.post(token, order + "/holds", "{\"reason\":\"looks odd\"}");
        assertThat(hold.status()).as(hold.body()).isEqualTo(201);
        Answer held = ship(order, 1);
        assertThat(held.status()).isEqualTo(409);
        assertThat(held.text("/code")).isEqualTo("order-on-hold");
        String release = order + "/holds/" + hold.text("/holdId") + "/release";
        assertThat(daybook.post(token, release, "").status()).isEqualTo(200);

        String first = order + "/shipments/" + ship(order, 1).text("/shipmentId");
        Answer failed = daybook.post(token, first + "/failed", "{\"reason\":\"nobody home\"}");
        Answer after = read(order, failed);
        assertThat(after.text("/shipments/0/failure")).isEqualTo("nobody home");
        assertThat(after.text("/fulfilmentStatus")).isEqualTo("PARTLY_SHIPPED");
        String second = order + "/shipments/" + ship(order, 2).text("/shipmentId");
        daybook.post(token, first + "/deliver", "");
        Answer delivered = daybook.post(token, second + "/deliver", "");
        assertThat(delivered.text("/status")).isEqualTo("COMPLETED");

        daybook.post(token, order + "/notes", "{\"text\":\"wants a gift box\"}");
        daybook.post(token, order + "/transfer", "{\"customerId\":\"C-2\"}");
        assertThat(daybook.post(token, order + "/close", "").text("/status")).isEqualTo("CLOSED");
        Answer archived = daybook.post(token, order + "/archive", "");
        assertThat(archived.status()).isEqualTo(200);
        Answer view = read(order, archived);
        assertThat(view.text("/notes/0/text")).isEqualTo("wants a gift box");
        assertThat(view.text("/customerId")).isEqualTo("C-2");
        assertThat(view.text("/archived")).isEqualTo("true");
        assertThat(view.text("/lines/0/fulfilmentStatus")).isEqualTo("DELIVERED");
        await().untilAsserted(() -> {
            assertThat(read(order).text("/paymentStatus")).isEqualTo("CAPTURED");
            assertThat(read(order).text("/balanceDue")).isEqualTo("0.00");
        });
    }

    @Test
    void aChangeIsPreviewedAndAppliedWithItsStockAndMoney() {
        String order = confirmed("CHANGE-1", 2);
        receive("CHANGE-2", 5);
        String body =
                """
                {"currency":"EUR","edit":[{"lineId":"1","quantity":3}],\
                "add":[{"sku":"CHANGE-2","quantity":1,"unitPrice":"10.00"}]}\
                """;
        Answer proposed =
                daybook.post(token, order + "/changes", body, "Idempotency-Key", "change-1");
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
        assertThat(proposed.text("/preview/totalAfter")).isEqualTo("24.70");
        assertThat(proposed.text("/preview/toAuthorise")).isEqualTo("14.90");
        assertThat(
                        daybook.post(token, order + "/changes", body, "Idempotency-Key", "change-1")
                                .body())
                .isEqualTo(proposed.body());
        assertThat(read(order, proposed).text("/changes/0/status")).isEqualTo("PROPOSED");

        String apply = order + "/changes/" + proposed.text("/changeId") + "/apply";
        daybook.post(token, order + "/notes", "{\"text\":\"asked for more\"}");
        Answer outdated = daybook.post(token, apply, version(proposed));
        assertThat(outdated.status()).isEqualTo(409);
        assertThat(outdated.text("/code")).isEqualTo("change-outdated");
        Answer applied =
                daybook.post(
                        token, apply, "{\"version\":" + outdated.text("/currentVersion") + "}");
        assertThat(applied.status()).as(applied.body()).isEqualTo(200);

        await().untilAsserted(() -> {
            Answer view = read(order);
            assertThat(view.text("/changes/0/status")).isEqualTo("APPLIED");
            assertThat(view.text("/totals/total")).isEqualTo("24.70");
            assertThat(view.text("/lines/1/reserved")).isEqualTo("1");
            assertThat(view.text("/payments/1/authorised")).isEqualTo("14.90");
        });
        await().untilAsserted(() -> assertThat(reserved("CHANGE-1")).isEqualTo("3"));
        await().untilAsserted(() -> assertThat(reserved("CHANGE-2")).isEqualTo("1"));
    }

    @Test
    void aChangeWithoutStockFailsAndLeavesTheOrderAsItWas() {
        String order = confirmed("SCARCE-1", 2);
        Answer proposed =
                daybook.post(
                        token,
                        order + "/changes",
                        "{\"currency\":\"EUR\",\"edit\":[{\"lineId\":\"1\",\"quantity\":2000}]}");
        String change = order + "/changes/" + proposed.text("/changeId");
        assertThat(daybook.post(token, change + "/apply", version(proposed)).status())
                .isEqualTo(200);

        await().untilAsserted(() ->
                assertThat(read(order).text("/changes/0/status")).isEqualTo("FAILED"));
        assertThat(read(order).text("/totals/total")).isEqualTo("9.80");
        assertThat(reserved("SCARCE-1")).isEqualTo("2");
        Answer late = daybook.post(token, change + "/withdraw", "");
        assertThat(late.text("/code")).isEqualTo("change-ended");
    }

    @Test
    void cancelledLinesGiveTheirStockAndMoneyBack() {
        String order = confirmed("LESS-1", 3);
        String payment = read(order).text("/payments/0/paymentId");
        Answer captured = daybook.post(token, "/api/v1/payments/" + payment + "/capture", "{}");
        assertThat(captured.status()).isEqualTo(200);
        await().untilAsserted(() ->
                assertThat(daybook.get(token, order + "/events").body())
                        .contains("OrderPaymentCaptured"));

        Answer cancelled =
                daybook.post(
                        token,
                        order + "/cancel",
                        "{\"reason\":\"too many\",\"lines\":[{\"lineId\":\"1\",\"quantity\":2}]}");
        assertThat(cancelled.text("/status")).as(cancelled.body()).isEqualTo("CONFIRMED");

        await().untilAsserted(() -> {
            Answer view = read(order);
            assertThat(view.text("/lines/0/cancelled")).isEqualTo("2");
            assertThat(view.text("/totals/total")).isEqualTo("4.90");
            assertThat(view.text("/payments/0/refunded")).isEqualTo("9.80");
            assertThat(view.text("/balanceDue")).isEqualTo("0.00");
            assertThat(reserved("LESS-1")).isEqualTo("1");
        });
        Answer tooMany =
                daybook.post(
                        token,
                        order + "/cancel",
                        "{\"reason\":\"x\",\"lines\":[{\"lineId\":\"1\",\"quantity\":2}]}");
        assertThat(tooMany.text("/code")).isEqualTo("exceeds-open");
    }

    @Test
    void namedUnitsLeaveWithAShipmentAndMayComeBackIn() {
        String item = "/api/v1/inventory/NAMED-1/main";
        String known = "{\"quantity\":2,\"serials\":[\"n1\",\"n2\"]}";
        daybook.post(token, item + "/receive", known);
        String order = confirmed("NAMED-1", 2);
        String one = "{\"lines\":[{\"lineId\":\"1\",\"quantity\":1,\"serials\":[%s]}]}";
        String shipments = order + "/shipments";

        assertThat(
                        daybook.post(token, shipments, one.formatted("\"n 1\""))
                                .text("/errors/0/pointer"))
                .isEqualTo("/lines/0/serials/0");
        assertThat(daybook.post(token, shipments, one.formatted("\"n1\",\"n2\"")).text("/code"))
                .isEqualTo("serials-do-not-match");
        Answer shipped = daybook.post(token, shipments, one.formatted("\"n1\""));
        assertThat(shipped.status()).as(shipped.body()).isEqualTo(201);
        // Never received: it leaves all the same.
        assertThat(daybook.post(token, shipments, one.formatted("\"n3\"")).status()).isEqualTo(201);

        await().untilAsserted(() ->
                assertThat(daybook.get(token, item).text("/onHand")).isEqualTo("100"));
        String back = "{\"quantity\":1,\"serials\":[\"%s\"]}";
        assertThat(daybook.post(token, item + "/receive", back.formatted("n2")).text("/code"))
                .isEqualTo("serial-in-stock");
        assertThat(daybook.post(token, item + "/receive", back.formatted("n1")).status())
                .isEqualTo(200);
    }

    private String confirmed(String sku, int quantity) {
        receive(sku, 100);
        Answer placed =
                daybook.post(
                        token,
                        "/api/v1/orders",
                        OrderJourneyIT.order(sku, quantity),
                        "Prefer",
                        "wait=10");
        assertThat(placed.text("/status")).as(placed.body()).isEqualTo("CONFIRMED");
        return "/api/v1/orders/" + placed.text("/orderId");
    }

    private void receive(String sku, int quantity) {
        Answer received =
                daybook.post(
                        token,
                        "/api/v1/inventory/" + sku + "/main/receive",
                        "{\"quantity\":" + quantity + "}");
        assertThat(received.status()).isEqualTo(200);
    }

    private Answer ship(String order, int units) {
        return daybook.post(
                token,
                order + "/shipments",
                "{\"lines\":[{\"lineId\":\"1\",\"quantity\":" + units + "}]}");
    }

    /** As the answer left it. */
    private Answer read(String order, Answer after) {
        return daybook.get(token, order, "Consistency-Token", after.header("Consistency-Token"));
    }

    private Answer read(String order) {
        return daybook.get(token, order);
    }

    private String reserved(String sku) {
        return daybook.get(token, "/api/v1/inventory/" + sku + "/main").text("/reserved");
    }

    private static String version(Answer proposed) {
        return "{\"version\":" + proposed.text("/preview/version") + "}";
    }
}
