package io.daybook.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.DaybookServer.Answer;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Payments over HTTP: callbacks, captures, refunds over several payments, disputes, credit. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaymentJourneyIT {

    private static final String EVENTS = "/api/v1/payments/provider-events";

    private final DaybookServer daybook =
            DaybookServer.start(
                    "--daybook.payments.webhook-secret=it-secret",
                    "--daybook.payments.sandbox.authorisation-lifetime=1ms");
    private final String token = daybook.token("demo", OrderJourneyIT.ALL);

    @BeforeAll
    void stock() {
        assertThat(
                        daybook.post(
                                        token,
                                        "/api/v1/inventory/PAY-1/main/receive",
                                        "{\"quantity\":1000}")
                                .status())
                .isEqualTo(200);
    }

    @AfterAll
    void stop() {
        daybook.close();
    }

    @Test
    void theCustomerActsAndASignedCallbackConfirmsTheOrder() {
        Answer placed = daybook.post(token, "/api/v1/orders", order("tok_action"));
        String order = placed.text("/orderId");
        String payment = payment(order, "ACTION_REQUIRED");
        assertThat(daybook.get(token, "/api/v1/payments/" + payment).text("/customerAction"))
                .isEqualTo("confirm-in-app");
        String body = callback("evt_action", "authorisation.succeeded", payment);

        Answer first = callback(body, Instant.now(), "it-secret");
        Answer second = callback(body, Instant.now(), "it-secret");

        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(first.text("/paymentId")).isEqualTo(payment);
        assertThat(second.body()).isEqualTo(first.body());
        await().untilAsserted(() ->
                assertThat(daybook.get(token, "/api/v1/orders/" + order).text("/status"))
                        .isEqualTo("CONFIRMED"));
        assertThat(
                        daybook
                                .get(token, "/api/v1/payments/" + payment + "/events")
                                .json()
                                .at("/items")
                                .values()
                                .stream()
                                .map(event ->
                                        event.path("actor").asString()
                                                + ' '
                                                + event.path("type").asString()))
                .contains(
                        "provider:sandbox ProviderEventReceived",
                        "provider:sandbox PaymentAuthorised")
                .hasSize(4);
    }

    @Test
    void p03_a_callback_is_acknowledged_only_when_it_is_signed_and_stored() {
        String unknown =
                callback(
                        "evt_unknown",
                        "authorisation.succeeded",
                        "pay_0199d0a4-6f3c-7c1e-9a53-1d2b6c1f0a11");

        Answer missing = callback(unknown, Instant.now(), "it-secret");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.text("/code")).isEqualTo("not-found");
        assertThat(code(callback(unknown, Instant.now(), "other"), 401))
                .isEqualTo("signature-wrong");
        assertThat(code(callback(unknown, Instant.now().minusSeconds(600), "it-secret"), 401))
                .isEqualTo("signature-expired");
        assertThat(code(daybook.post("", EVENTS, unknown), 401)).isEqualTo("signature-missing");
        assertThat(code(callback("{}", Instant.now(), "it-secret"), 400))
                .isEqualTo("callback-unreadable");
        Answer other =
                callback(
                        "{\"id\":\"evt_other\",\"type\":\"payout.paid\"}",
                        Instant.now(),
                        "it-secret");
        assertThat(other.text("/outcome")).isEqualTo("ignored");
        assertThat(daybook.get("", "/api/v1/payments").status()).isEqualTo(401);
    }

    @Test
    void p16_captures_in_parts_disputes_and_chargebacks_show_in_the_amounts() {
        String payment = paymentOfAConfirmedOrder();
        String path = "/api/v1/payments/" + payment;
        assertThat(daybook.post(token, path + "/capture", "{\"amount\":\"4.00\"}").status())
                .isEqualTo(200);
        assertThat(daybook.post(token, path + "/capture", "{\"amount\":\"5.80\"}").status())
                .isEqualTo(200);
        status(payment, "CAPTURED");

        Answer opened =
                daybook.post(
                        token,
                        path + "/disputes",
                        "{\"disputeId\":\"dp_1\",\"amount\":\"9.80\",\"reason\":\"fraud\"}",
                        "Prefer",
                        "return=representation");
        assertThat(opened.text("/status")).isEqualTo("DISPUTED");
        assertThat(opened.text("/disputed")).isEqualTo("9.80");
        assertThat(
                        code(
                                daybook.post(
                                        token,
                                        path + "/refunds",
                                        "{\"amount\":\"0.01\",\"reason\":\"r\"}"),
                                409))
                .isEqualTo("exceeds-captured");
        Answer lost =
                daybook.post(
                        token,
                        path + "/disputes/dp_1/close",
                        "{\"outcome\":\"LOST\"}",
                        "Prefer",
                        "return=representation");
        assertThat(lost.text("/status")).isEqualTo("LOST");
        assertThat(lost.text("/chargedBack")).isEqualTo("9.80");
        assertThat(lost.text("/disputes/dp_1/outcome")).isEqualTo("LOST");
        assertThat(
                        code(
                                daybook.post(
                                        token,
                                        path + "/disputes/dp_2/close",
                                        "{\"outcome\":\"WON\"}"),
                                409))
                .isEqualTo("unknown-dispute");
        assertThat(daybook.get(token, path + "?version=" + lost.text("/version")).body())
                .isEqualTo(lost.body());
    }

    @Test
    void p09_one_refund_takes_several_payments_and_is_repeated_word_for_word() {
        Answer placed =
                daybook.post(token, "/api/v1/orders", order("tok_approve"), "Prefer", "wait=10");
        String order = placed.text("/orderId");
        String card = payment(order, "AUTHORISED");
        daybook.post(token, "/api/v1/payments/" + card + "/capture", "{}");
        status(card, "CAPTURED");
        Answer cash =
                daybook.post(
                        token,
                        "/api/v1/payments/offline",
                        """
                        {"orderId":"%s","amount":"5.00","currency":"EUR","method":"cash","reference":"till 3"}\
                        """
                                .formatted(order));
        assertThat(cash.status()).as(cash.body()).isEqualTo(201);
        assertThat(cash.text("/status")).isEqualTo("CAPTURED");
        await().untilAsserted(() ->
                assertThat(daybook.get(token, "/api/v1/orders/" + order).text("/payments/1/status"))
                        .isEqualTo("CAPTURED"));
        String wanted =
                """
                {"orderId":"%s","amount":"12.00","reason":"claim","preference":"OLDEST_FIRST"}\
                """
                        .formatted(order);

        Answer tried = daybook.post(token, "/api/v1/payments/refunds?dryRun=true", wanted);
        assertThat(tried.status()).as(tried.body()).isEqualTo(200);
        assertThat(tried.text("/events/0/type")).isEqualTo("RefundRequested");
        assertThat(tried.text("/events/0/payload/also/0/amount/amount")).isEqualTo("2.20");

        Answer refund =
                daybook.post(
                        token, "/api/v1/payments/refunds", wanted, "Idempotency-Key", "r-" + order);
        Answer again =
                daybook.post(
                        token, "/api/v1/payments/refunds", wanted, "Idempotency-Key", "r-" + order);

        assertThat(refund.status()).as(refund.body()).isEqualTo(200);
        assertThat(refund.text("/steps/0/amount")).isEqualTo("9.80");
        assertThat(refund.text("/steps/1/amount")).isEqualTo("2.20");
        assertThat(again.body()).isEqualTo(refund.body());
        assertThat(again.headers()).containsEntry("Idempotency-Replayed", "true");
        String cashPath = "/api/v1/payments/" + cash.text("/paymentId");
        await().untilAsserted(() ->
                assertThat(daybook.get(token, cashPath).text("/pendingRefund")).isEqualTo("2.20"));
        Answer handedOver =
                daybook.post(
                        token,
                        cashPath + "/refunds/" + refund.text("/refundId") + "/confirm",
                        "{\"reference\":\"slip 9\"}",
                        "Prefer",
                        "return=representation");
        assertThat(handedOver.text("/status")).isEqualTo("PARTLY_REFUNDED");
        assertThat(handedOver.text("/refunded")).isEqualTo("2.20");
        for (String query : List.of("", "?dryRun=true")) {
            Answer tooMuch =
                    daybook.post(
                            token,
                            "/api/v1/payments/refunds" + query,
                            wanted.replace("12.00", "2.81"));
            assertThat(code(tooMuch, 409)).isEqualTo("exceeds-captured");
        }
    }

    @Test
    void creditIsGrantedHeldAndShown() {
        Answer granted =
                daybook.post(
                        token,
                        "/api/v1/store-credit/C-1/EUR/grants",
                        "{\"amount\":\"30.00\",\"reason\":\"goodwill\"}");
        assertThat(granted.status()).as(granted.body()).isEqualTo(200);
        assertThat(granted.text("/available")).isEqualTo("30.00");
        Answer placed =
                daybook.post(token, "/api/v1/orders", order("tok_approve"), "Prefer", "wait=10");
        String pay =
                """
                {"orderId":"%s","amount":"7.00","currency":"EUR","method":"store-credit","token":"%s"}\
                """;

        Answer paid =
                daybook.post(
                        token, "/api/v1/payments", pay.formatted(placed.text("/orderId"), "C-1"));
        assertThat(paid.status()).as(paid.body()).isEqualTo(201);
        await().untilAsserted(() ->
                assertThat(daybook.get(token, "/api/v1/store-credit/C-1/EUR").text("/held"))
                        .isEqualTo("7.00"));
        assertThat(
                        daybook.post(
                                        token,
                                        "/api/v1/payments",
                                        pay.formatted(placed.text("/orderId"), "C-2"))
                                .status())
                .isEqualTo(400);
        assertThat(
                        daybook.get(token, "/api/v1/store-credit?customerId=C-1")
                                .text("/items/0/available"))
                .isEqualTo("23.00");
        assertThat(daybook.get(token, "/api/v1/store-credit/C-1/EUR?version=1").text("/balance"))
                .isEqualTo("30.00");
        assertThat(daybook.get(token, "/api/v1/store-credit/C-1/EUR/events").text("/items/1/type"))
                .isEqualTo("StoreCreditHeld");
        assertThat(daybook.get(token, "/api/v1/store-credit/C-1/USD").status()).isEqualTo(404);
    }

    @Test
    void anAuthorisationExpiresWhenItIsTime() {
        Answer placed =
                daybook.post(token, "/api/v1/orders", order("tok_expires"), "Prefer", "wait=10");
        String payment = PaymentId.forOrder(new OrderId(placed.text("/orderId"))).value();
        String path = "/api/v1/payments/" + payment;
        await().untilAsserted(() ->
                assertThat(daybook.get(token, path).text("/authorised")).isEqualTo("9.80"));
        assertThat(daybook.get(token, path).text("/expiresAt")).isNotEmpty();

        daybook.post(token, path + "/expire", "{}");

        status(payment, "EXPIRED");
        assertThat(daybook.get(token, path).text("/expired")).isEqualTo("9.80");
        assertThat(code(daybook.post(token, path + "/capture", "{}"), 409))
                .isEqualTo("nothing-to-capture");
    }

    private String paymentOfAConfirmedOrder() {
        Answer placed =
                daybook.post(token, "/api/v1/orders", order("tok_approve"), "Prefer", "wait=10");
        return payment(placed.text("/orderId"), "AUTHORISED");
    }

    private String payment(String order, String status) {
        String path = "/api/v1/payments?orderId=" + order;
        await().untilAsserted(() ->
                assertThat(daybook.get(token, path).text("/items/0/status")).isEqualTo(status));
        return daybook.get(token, path).text("/items/0/paymentId");
    }

    private void status(String payment, String status) {
        await().untilAsserted(() ->
                assertThat(daybook.get(token, "/api/v1/payments/" + payment).text("/status"))
                        .isEqualTo(status));
    }

    private static String code(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer.text("/code");
    }

    private static String order(String paymentToken) {
        return OrderJourneyIT.order("PAY-1", 2).replace("tok_approve", paymentToken);
    }

    private static String callback(String id, String type, String payment) {
        return """
        {"id":"%s","type":"%s","tenant":"demo","paymentId":"%s","occurredAt":"2026-11-21T12:00:00Z","reference":"sbx_9"}\
        """
                .formatted(id, type, payment);
    }

    private Answer callback(String body, Instant at, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            byte[] sum = mac.doFinal((at.getEpochSecond() + "." + body).getBytes(UTF_8));
            return daybook.post(
                    "",
                    EVENTS,
                    body,
                    "Daybook-Signature",
                    "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(sum));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
