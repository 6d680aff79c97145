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
