package io.daybook.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.DaybookServer.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReturnJourneyIT {

    private static final String RETURNS = "/api/v1/returns";

    private final DaybookServer daybook = DaybookServer.start();
    private final String token =
            daybook.token("demo", OrderJourneyIT.ALL + " returns:read returns:write");

    @AfterAll
    void stop() {
        daybook.close();
    }

    @Test
    void r13_the_same_goods_cannot_be_returned_twice() {
        String order = delivered("TWICE-1", 3);
        String body = request(order, "RETURN", 2, "");
        Answer first = daybook.post(token, RETURNS, body, "Idempotency-Key", "twice");
        Answer again = daybook.post(token, RETURNS, body, "Idempotency-Key", "twice");
        Answer more = daybook.post(token, RETURNS, body);

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(first.text("/status")).isEqualTo("REQUESTED");
        assertThat(first.text("/rmaNumber")).startsWith("RMA-");
        assertThat(first.headers())
                .containsEntry("Location", RETURNS + '/' + first.text("/returnId"))
                .containsEntry("ETag", "\"1\"");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers()).containsEntry("Idempotency-Replayed", "true");
        assertThat(more.status()).isEqualTo(409);
        assertThat(more.text("/code")).isEqualTo("exceeds-returnable");
        assertThat(found(first).text("/lines/0/paid")).isEqualTo("9.80");

        decline(first);
        await().untilAsserted(() ->
                assertThat(daybook.post(token, RETURNS, body).status()).isEqualTo(201));
    }

    @Test
    void r02_units_that_arrived_cannot_be_requested_again() {
        String order = delivered("AGAIN-1", 2);
        Answer requested = daybook.post(token, RETURNS, request(order, "RETURN", 2, ""));
        act(requested, "approve", "{}");
        Answer received = act(requested, "receive", units(1));

        assertThat(received.text("/status")).isEqualTo("PARTLY_RECEIVED");
        Answer second = act(requested, "receive", units(2));
        assertThat(second.text("/status")).isEqualTo("RECEIVED");
        assertThat(found(second).text("/parcels/1/unexpected/0/quantity")).isEqualTo("1");
        assertThat(daybook.post(token, RETURNS, request(order, "CLAIM", 1, "")).text("/code"))
                .isEqualTo("exceeds-returnable");
    }

    @Test
    void theSettlementOfAReturnTellsWhatItWaitsFor() {
        String order = delivered("PROCESS-1", 1);
        Answer requested = daybook.post(token, RETURNS, request(order, "RETURN", 1, ""));

        assertThat(settlement(requested, requested).text("/waitsFor")).isEqualTo("APPROVAL");
        Answer approved = settlement(requested, act(requested, "approve", "{}"));
        assertThat(approved.text("/status")).isEqualTo("RUNNING");
        assertThat(approved.text("/waitsFor")).isEqualTo("GOODS");
        assertThat(approved.text("/returnId")).isEqualTo(requested.text("/returnId"));
        assertThat(order).endsWith(approved.text("/orderId"));
        await().untilAsserted(() ->
                assertThat(settlement(requested, approved).json().path("until").isNull())
                        .isFalse());
        Answer received = act(requested, "receive", units(1));
        assertThat(settlement(requested, received).text("/waitsFor")).isEqualTo("INSPECTION");

        Answer all = daybook.get(token, "/api/v1/processes?kind=SETTLEMENT&status=RUNNING");
        assertThat(all.json().path("items").valueStream())
                .extracting(item -> item.path("processId").asString())
                .contains("settlement-" + requested.text("/returnId"))
                .allMatch(id -> id.startsWith("settlement-"));
        assertThat(
                        daybook.get(token, "/api/v1/processes?kind=FULFILMENT&limit=200")
                                .json()
                                .path("items")
                                .valueStream())
                .extracting(item -> item.path("kind").asString())
                .containsOnly("FULFILMENT");
        assertThat(daybook.post(token, process(requested) + "/retry", "").text("/waitsFor"))
                .isEqualTo("INSPECTION");

        act(requested, "inspect", inspected(found(1, "RESTOCK", true)));
        settled(requested);
        Answer ended = settlement(requested, received);
        assertThat(ended.text("/status")).isEqualTo("ENDED");
        assertThat(ended.json().path("waitsFor").isNull()).isTrue();
        assertThat(daybook.get(token, process(requested) + "0").status()).isEqualTo(400);
    }

    private static String process(Answer requested) {
        return "/api/v1/processes/settlement-" + requested.text("/returnId");
    }

    private Answer settlement(Answer requested, Answer last) {
        return daybook.get(
                token, process(requested), "Consistency-Token", last.header("Consistency-Token"));
    }

    @Test
    void aReturnCanBeReadAsItIsAndAsItWas() {
        String order = delivered("READ-1", 1);
        Answer requested = daybook.post(token, RETURNS, request(order, "RETURN", 1, ""));
        Answer approved = act(requested, "approve", "{\"restockingFee\":\"0.50\"}");
        String path = RETURNS + '/' + requested.text("/returnId");

        Answer now =
                daybook.get(token, path, "Consistency-Token", approved.header("Consistency-Token"));
        assertThat(now.text("/status")).isEqualTo("APPROVED");
        assertThat(now.text("/fees/restocking")).isEqualTo("0.50");
        assertThat(daybook.get(token, path + "?version=2").body()).isEqualTo(now.body());
        assertThat(daybook.get(token, path + "?version=1").text("/status")).isEqualTo("REQUESTED");
        assertThat(daybook.get(token, path + "?asOf=2020-01-01T00:00:00Z").status()).isEqualTo(404);
        assertThat(daybook.get(token, path + "/events").text("/items/1/type"))
                .isEqualTo("ReturnApproved");
        Answer listed =
                daybook.get(
                        token,
                        RETURNS + "?status=APPROVED&kind=RETURN&orderId=" + order.substring(15));
        assertThat(listed.json().path("items")).hasSize(1);
        assertThat(listed.json().path("items").path(0).toString()).isEqualTo(now.body());
        assertThat(act(requested, "decline", "{\"reason\":\"late\"}").text("/code"))
                .isEqualTo("wrong-return-status");
    }

    @Test
    void whatIsAcceptedIsRestockedAndPaidBack() {
        String order = delivered("BACK-2", 3);
        Answer requested = daybook.post(token, RETURNS, request(order, "RETURN", 3, ""));
        act(requested, "approve", "{\"restockingFee\":\"1.00\"}");
        act(requested, "receive", units(2));
        act(requested, "inspect", inspected(found(1, "RESTOCK", true), found(1, "SCRAP", true)));

        await().untilAsserted(() ->
                assertThat(found(requested).text("/settlements/0/status")).isEqualTo("DONE"));
        assertThat(found(requested).text("/status")).isEqualTo("PARTLY_RECEIVED");
        assertThat(found(requested).text("/refund/refunded")).isEqualTo("8.80");
        assertThat(stock("BACK-2").text("/available")).isEqualTo("8");
        act(requested, "receive", units(1));
        act(requested, "inspect", inspected(found(1, "SEND_BACK", false)));

        settled(requested);
        Answer paid = daybook.get(token, order);
        assertThat(paid.text("/paymentStatus")).isEqualTo("PARTLY_REFUNDED");
        assertThat(paid.text("/balanceDue")).isEqualTo("0.00");
        assertThat(paid.text("/lines/0/returned")).isEqualTo("2");
        assertThat(stock("BACK-2").text("/onHand")).isEqualTo("8");
        assertThat(act(requested, "close", "{}").text("/status")).isEqualTo("CLOSED");
        assertThat(daybook.post(token, RETURNS, request(order, "RETURN", 1, "")).status())
                .isEqualTo(201);
    }

    @Test
    void r12_units_that_were_kept_aside_can_be_sold_later() {
        String order = delivered("ASIDE-1", 1);
        Answer requested = daybook.post(token, RETURNS, request(order, "RETURN", 1, ""));
        act(requested, "approve", "{}");
        act(requested, "receive", units(1));
        act(requested, "inspect", inspected(found(1, "QUARANTINE", true)));

        settled(requested);
        assertThat(stock("ASIDE-1").text("/buckets/quarantine")).isEqualTo("1");
        assertThat(stock("ASIDE-1").text("/available")).isEqualTo("9");
        Answer moved =
                daybook.post(
                        token,
                        "/api/v1/inventory/ASIDE-1/main/buckets/quarantine",
                        "{\"quantity\":1,\"direction\":\"out\",\"reason\":\"as new\"}");
        assertThat(moved.status()).as(moved.body()).isEqualTo(200);
        await().untilAsserted(
                        () -> assertThat(stock("ASIDE-1").text("/available")).isEqualTo("10"));
    }

    @Test
    void anExchangeIsPaidByWhatCameBack() {
        String order = delivered("OLD-1", 1);
        daybook.post(token, "/api/v1/inventory/NEW-1/main/receive", "{\"quantity\":10}");
        Answer requested =
                daybook.post(
                        token,
                        RETURNS,
                        request(
                                order,
                                "EXCHANGE",
                                1,
                                ",\"outbound\":[{\"sku\":\"NEW-1\",\"quantity\":1,\"unitPrice\":\"4.00\"}]"));
        Answer approved =
                daybook.post(
                        token,
                        RETURNS + '/' + requested.text("/returnId") + "/approve",
                        "{}",
                        "Prefer",
                        "return=representation");
        String replacement = "/api/v1/orders/" + approved.text("/replacementOrderId");
        await().untilAsserted(() ->
                assertThat(daybook.get(token, replacement).text("/status")).isEqualTo("CONFIRMED"));
        assertThat(stock("NEW-1").text("/reserved")).isEqualTo("1");
        act(requested, "receive", units(1));
        act(requested, "inspect", inspected(found(1, "RESTOCK_B_GRADE", true)));

        settled(requested);
        assertThat(found(requested).text("/refund/exchanged")).isEqualTo("4.00");
        assertThat(found(requested).text("/refund/refunded")).isEqualTo("0.90");
        assertThat(stock("OLD-1-B").text("/available")).isEqualTo("1");
        await().untilAsserted(() ->
                assertThat(daybook.get(token, replacement).text("/balanceDue")).isEqualTo("0.00"));
        assertThat(daybook.get(token, order).text("/balanceDue")).isEqualTo("0.00");
    }

    @Test
    void aClaimIsPaidWithoutGoodsAndAsStoreCreditWhereTheCustomerWantsIt() {
        String order = delivered("BROKEN-1", 1);
        Answer claim =
                daybook.post(
                        token,
                        RETURNS,
                        request(order, "CLAIM", 1, ",\"refundTo\":\"store-credit\""));
        act(claim, "approve", "{}");

        settled(claim);
        Answer paid = found(claim);
        assertThat(paid.text("/refund/refunded")).isEqualTo("4.90");
        assertThat(paid.text("/settlements/0/steps/0/target")).isEqualTo("STORE_CREDIT");
        assertThat(daybook.get(token, order).text("/balanceDue")).isEqualTo("0.00");
        assertThat(daybook.post(token, RETURNS, request(order, "RETURN", 1, "")).text("/code"))
                .isEqualTo("exceeds-returnable");
    }

    private void settled(Answer created) {
        await().untilAsserted(
                        () -> assertThat(found(created).text("/status")).isEqualTo("SETTLED"));
    }

    private Answer stock(String sku) {
        return daybook.get(token, "/api/v1/inventory/" + sku + "/main");
    }

    private static String found(int quantity, String disposition, boolean accepted) {
        return "{\"lineId\":\"1\",\"quantity\":%d,\"disposition\":\"%s\",\"accepted\":%s}"
                .formatted(quantity, disposition, accepted);
    }

    private static String inspected(String... lines) {
        return "{\"lines\":[" + String.join(",", lines) + "]}";
    }

    /** The return, at least as new as an answer. */
    private Answer found(Answer created) {
        return daybook.get(
                token,
                RETURNS + '/' + created.text("/returnId"),
                "Consistency-Token",
                created.header("Consistency-Token"));
    }

    private void decline(Answer created) {
        assertThat(act(created, "decline", "{\"reason\":\"worn\"}").text("/status"))
                .isEqualTo("DECLINED");
    }

    private Answer act(Answer created, String verb, String body) {
        return daybook.post(token, RETURNS + '/' + created.text("/returnId") + '/' + verb, body);
    }

    private static String request(String order, String kind, int quantity, String more) {
        return """
        {"orderId":"%s","kind":"%s","lines":[{"lineId":"1","quantity":%d,"reason":"too small"}]%s}\
        """
                .formatted(order.substring(15), kind, quantity, more);
    }

    private static String units(int quantity) {
        return "{\"lines\":[{\"lineId\":\"1\",\"quantity\":%d}]}".formatted(quantity);
    }

    /** The path of an order of so many units at 4.90 each that is paid and has arrived. */
    private String delivered(String sku, int quantity) {
        daybook.post(token, "/api/v1/inventory/" + sku + "/main/receive", "{\"quantity\":10}");
        Answer placed =
                daybook.post(
                        token,
                        "/api/v1/orders",
                        OrderJourneyIT.order(sku, quantity),
                        "Prefer",
                        "wait=10");
        String path = "/api/v1/orders/" + placed.text("/orderId");
        Answer shipped = daybook.post(token, path + "/shipments", units(quantity));
        assertThat(shipped.status()).as(shipped.body()).isEqualTo(201);
        daybook.post(token, path + "/shipments/" + shipped.text("/shipmentId") + "/deliver", "{}");
        await().untilAsserted(() ->
                assertThat(daybook.get(token, path).text("/paymentStatus")).isEqualTo("CAPTURED"));
        return path;
    }
}
