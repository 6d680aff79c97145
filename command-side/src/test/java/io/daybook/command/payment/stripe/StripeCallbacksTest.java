package io.daybook.command.payment.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.net.Webhook;
import io.daybook.domain.payment.CallbackRejection;
import io.daybook.domain.payment.DisputeOutcome;
import io.daybook.domain.payment.ProviderCallback;
import io.daybook.domain.payment.ProviderFact;
import io.daybook.domain.payment.ProviderOperation;
import io.daybook.domain.payment.RecordProviderEvent;
import io.daybook.domain.shared.TenantId;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripeCallbacksTest {

    private static final String SECRET = "whsec_test";
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final StripeStandIn stripe = new StripeStandIn();
    private final StripeClient client =
            StripeAutoConfiguration.client("sk_test_1", stripe.url(), Duration.ofSeconds(2));
    private final StripeProvider provider = new StripeProvider(client, null);
    private final StripeCallbacks callbacks = callbacks(SECRET);

    @AfterEach
    void stop() {
        stripe.close();
    }

    @Test
    void anAuthorisedIntentIsReportedForItsPayment() {
        provider.perform(StripeRequests.authorise("pm_card_visa"));

        assertThat(read("payment_intent.amount_capturable_updated", stripe.json("pi_1")))
                .isEqualTo(
                        new ProviderCallback.Report(
                                new TenantId("demo"),
                                new RecordProviderEvent(
                                        StripeRequests.PAYMENT,
                                        "evt_1",
                                        Instant.ofEpochSecond(1_800_000_000L),
                                        new ProviderFact.Succeeded(
                                                ProviderOperation.AUTHORISE,
                                                "authorise",
                                                null,
                                                "pi_1",
                                                null))));
        assertThat(fact("payment_intent.processing", stripe.json("pi_1")))
                .isEqualTo(new ProviderFact.Processing("authorise"));
        assertThat(fact("payment_intent.payment_failed", stripe.json("pi_1")))
                .isEqualTo(
                        new ProviderFact.Failed(
                                ProviderOperation.AUTHORISE, "authorise", "declined"));
        assertThat(fact("payment_intent.canceled", stripe.json("pi_1")))
                .isEqualTo(new ProviderFact.AuthorisationEnded("authorise", "canceled"));
        assertThat(read("payment_intent.created", stripe.json("pi_1")))
                .isEqualTo(new ProviderCallback.Irrelevant("evt_1", "payment_intent.created"));
    }

    @Test
    void anActionOfTheCustomerIsReported() {
        provider.perform(StripeRequests.authorise("pm_card_authenticationRequired"));

        assertThat(fact("payment_intent.requires_action", stripe.json("pi_1")))
                .isEqualTo(
                        new ProviderFact.ActionRequired(
                                "authorise", "https://stripe.example/3ds", "pi_1"));
    }

    @Test
    void aCaptureIsReportedUnderItsOwnOperation() {
        provider.perform(StripeRequests.authorise("pm_card_visa"));
        provider.perform(StripeRequests.capture("capture-1", "25.00", "pi_1"));

        assertThat(fact("payment_intent.succeeded", stripe.json("pi_1")))
                .isEqualTo(
                        new ProviderFact.Succeeded(
                                ProviderOperation.CAPTURE, "capture-1", null, "pi_1", null));
    }

    @Test
    void whatSomebodyDidByHandIsFoundByItsIntent() {
        provider.perform(StripeRequests.authorise("pm_card_visa"));
        String refund =
                """
                {"id":"re_9","object":"refund","amount":500,"currency":"eur","payment_intent":"pi_1","status":"%s","metadata":{}}\
                """;

        assertThat(fact("refund.created", refund.formatted("succeeded")))
                .isEqualTo(
                        new ProviderFact.Succeeded(
                                ProviderOperation.REFUND,
                                "outside-re_9",
                                StripeRequests.money("5.00", "EUR"),
                                "re_9",
                                null));
        assertThat(fact("refund.failed", refund.formatted("failed")))
                .isEqualTo(
                        new ProviderFact.Failed(
                                ProviderOperation.REFUND, "outside-re_9", "failed"));
        assertThat(fact("refund.updated", refund.formatted("pending")))
                .isEqualTo(new ProviderFact.Processing("outside-re_9"));
    }

    @Test
    void p16_disputes_are_reported_with_their_outcome() {
        provider.perform(StripeRequests.authorise("pm_card_visa"));
        String dispute =
                """
                {"id":"dp_1","object":"dispute","amount":2500,"currency":"eur","payment_intent":"pi_1","reason":"product_not_received","status":"%s"}\
                """;
        for (var expected :
                Map.of(
                                "needs_response", DisputeOutcome.OPEN,
                                "under_review", DisputeOutcome.OPEN,
                                "won", DisputeOutcome.WON,
                                "lost", DisputeOutcome.LOST)
                        .entrySet()) {
            assertThat(fact("charge.dispute.updated", dispute.formatted(expected.getKey())))
                    .isEqualTo(
                            new ProviderFact.Disputed(
                                    "dp_1",
                                    StripeRequests.money("25.00", "EUR"),
                                    "product-not-received",
                                    expected.getValue()));
        }
        assertThat(read("charge.dispute.created", dispute.formatted("warning_needs_response")))
                .isInstanceOf(ProviderCallback.Irrelevant.class);
    }

    @Test
    void whatIsNotDaybooksIsAcknowledgedAndIgnored() {
        String foreign =
                """
                {"id":"pi_7","object":"payment_intent","amount":1,"currency":"eur","status":"canceled","metadata":{}}\
                """;

        assertThat(read("payment_intent.canceled", foreign))
                .isInstanceOf(ProviderCallback.Irrelevant.class);
        assertThat(read("customer.created", "{\"id\":\"cus_1\",\"object\":\"customer\"}"))
                .isInstanceOf(ProviderCallback.Irrelevant.class);
    }

    @Test
    void onlyWhatStripeSignedLatelyIsBelieved() throws GeneralSecurityException {
        String body = event("payment_intent.canceled", "{\"object\":\"payment_intent\"}");
        byte[] bytes = body.getBytes(UTF_8);
        long old = NOW.minusSeconds(301).getEpochSecond();

        assertThat(callbacks.read(null, bytes))
                .isEqualTo(refused(new CallbackRejection.SignatureMissing("Stripe-Signature")));
        assertThat(callbacks.read("nonsense", bytes))
                .isEqualTo(refused(new CallbackRejection.SignatureMissing("Stripe-Signature")));
        assertThat(callbacks.read(sign(body, "whsec_other", NOW.getEpochSecond()), bytes))
                .isEqualTo(refused(new CallbackRejection.SignatureWrong()));
        assertThat(callbacks.read(sign(body, SECRET, old), bytes))
                .isEqualTo(
                        refused(
                                new CallbackRejection.SignatureExpired(
                                        Instant.ofEpochSecond(old), Duration.ofMinutes(5))));
        assertThat(callbacks(null).read(sign(body, SECRET, NOW.getEpochSecond()), bytes))
                .isEqualTo(refused(new CallbackRejection.NotConfigured()));
    }

    private static ProviderCallback refused(CallbackRejection rejection) {
        return new ProviderCallback.Refused(rejection);
    }

    private ProviderFact fact(String type, String object) {
        return ((ProviderCallback.Report) read(type, object)).command().fact();
    }

    private ProviderCallback read(String type, String object) {
        String body = event(type, object);
        try {
            return callbacks.read(sign(body, SECRET, NOW.getEpochSecond()), body.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private StripeCallbacks callbacks(@Nullable String secret) {
        return new StripeCallbacks(
                client, secret, Duration.ofMinutes(5), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static String sign(String body, String secret, long at)
            throws GeneralSecurityException {
        return Webhook.Signature.generateSignatureHeader(body, secret, at);
    }

    private static String event(String type, String object) {
        return """
        {"id":"evt_1","object":"event","api_version":"%s","created":1800000000,"type":"%s","data":{"object":%s}}\
        """
                .formatted(Stripe.API_VERSION, type, object);
    }
}
