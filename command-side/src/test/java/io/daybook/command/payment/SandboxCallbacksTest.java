package io.daybook.command.payment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.payment.CallbackRejection;
import io.daybook.domain.payment.DisputeOutcome;
import io.daybook.domain.payment.ProviderCallback;
import io.daybook.domain.payment.ProviderCallbacks;
import io.daybook.domain.payment.ProviderFact;
import io.daybook.domain.payment.ProviderOperation;
import io.daybook.domain.payment.RecordProviderEvent;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.TenantId;
import java.math.BigDecimal;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SandboxCallbacksTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final String PAYMENT = "pay_0199d0a4-6f3c-7c1e-9a53-1d2b6c1f0a11";

    private final ProviderCallbacks callbacks = callbacks("secret", NOON);

    @Test
    void aSignedCallbackIsAReport() {
        String body = body("authorisation.succeeded", "\"reference\":\"sbx_1\"");

        assertThat(callbacks.read(signature("secret", NOON, body), body.getBytes(UTF_8)))
                .isEqualTo(
                        new ProviderCallback.Report(
                                new TenantId("demo"),
                                new RecordProviderEvent(
                                        new PaymentId(PAYMENT),
                                        "evt_1",
                                        NOON,
                                        new ProviderFact.Succeeded(
                                                ProviderOperation.AUTHORISE,
                                                "authorise",
                                                null,
                                                "sbx_1",
                                                null))));
    }

    @Test
    void everyTypeHasItsFact() {
        String money = "\"amount\":\"5.00\",\"currency\":\"EUR\"";
        String reference = "\"reference\":\"r\"";
        Money five = new Money(new BigDecimal("5.00"), Currency.getInstance("EUR"));
        assertThat(fact("authorisation.processing", reference))
                .isEqualTo(new ProviderFact.Processing("authorise"));
        assertThat(fact("authorisation.action-required", reference + ",\"action\":\"app\""))
                .isEqualTo(new ProviderFact.ActionRequired("authorise", "app", "r"));
        assertThat(fact("authorisation.ended", "\"reason\":\"expired\""))
                .isEqualTo(new ProviderFact.AuthorisationEnded("authorise", "expired"));
        assertThat(
                        fact(
                                "authorisation.succeeded",
                                reference + ",\"expiresAt\":\"2026-11-22T12:00:00Z\""))
                .isEqualTo(
                        new ProviderFact.Succeeded(
                                ProviderOperation.AUTHORISE,
                                "authorise",
                                null,
                                "r",
                                NOON.plus(Duration.ofDays(1))));
        for (var operation :
                Map.of(
                                "authorisation", ProviderOperation.AUTHORISE,
                                "capture", ProviderOperation.CAPTURE,
                                "void", ProviderOperation.VOID,
                                "refund", ProviderOperation.REFUND)
                        .entrySet()) {
            assertThat(
                            fact(
                                    operation.getKey() + ".failed",
                                    "\"reason\":\"no\",\"operationId\":\"x\""))
                    .isEqualTo(new ProviderFact.Failed(operation.getValue(), "x", "no"));
            assertThat(fact(operation.getKey() + ".succeeded", reference + ',' + money))
                    .isEqualTo(
                            new ProviderFact.Succeeded(
                                    operation.getValue(), "authorise", five, "r", null));
        }
        for (var outcome :
                Map.of(
                                "opened", DisputeOutcome.OPEN,
                                "won", DisputeOutcome.WON,
                                "lost", DisputeOutcome.LOST)
                        .entrySet()) {
            assertThat(
                            fact(
                                    "dispute." + outcome.getKey(),
                                    "\"disputeId\":\"dp\",\"reason\":\"fraud\"," + money))
                    .isEqualTo(new ProviderFact.Disputed("dp", five, "fraud", outcome.getValue()));
        }
    }

    @Test
    void whatIsNotSignedIsRefused() {
        String body = body("authorisation.succeeded", "\"reference\":\"sbx_1\"");
        var missing = new CallbackRejection.SignatureMissing("Daybook-Signature");
        String good = signature("secret", NOON, body);

        assertThat(refusal(null, body)).isEqualTo(missing);
        assertThat(refusal("t=1", body)).isEqualTo(missing);
        assertThat(refusal(good.substring(good.indexOf(',') + 1), body)).isEqualTo(missing);
        assertThat(refusal(good, body + ' ')).isEqualTo(new CallbackRejection.SignatureWrong());
        assertThat(refusal(signature("other", NOON, body), body))
                .isEqualTo(new CallbackRejection.SignatureWrong());
        Instant old = NOON.minus(Duration.ofSeconds(301));
        assertThat(refusal(signature("secret", old, body), body))
                .isEqualTo(new CallbackRejection.SignatureExpired(old, Duration.ofMinutes(5)));
        Instant future = NOON.plus(Duration.ofSeconds(301));
        assertThat(refusal(signature("secret", future, body), body))
                .isEqualTo(new CallbackRejection.SignatureExpired(future, Duration.ofMinutes(5)));
        assertThat(refusal(new SandboxCallbacks(null), good, body))
                .isEqualTo(new CallbackRejection.NotConfigured());
    }

    @Test
    void oneGoodSignatureOfSeveralIsEnough() {
        String body = body("authorisation.processing", "\"reason\":\"r\"");
        String two =
                signature("secret", NOON, body)
                        + ','
                        + signature("new", NOON, body)
                                .substring(signature("new", NOON, body).indexOf("v1="));

        assertThat(callbacks.read(two, body.getBytes(UTF_8)))
                .isInstanceOf(ProviderCallback.Report.class);
        assertThat(callbacks("new", NOON).read(two, body.getBytes(UTF_8)))
                .isInstanceOf(ProviderCallback.Report.class);
    }

    @Test
    void whatIsSignedAndNotUnderstoodIsSaid() {
        for (String body :
                new String[] {
                    "nonsense",
                    "{\"id\":\"evt_1\"}",
                    body("capture.succeeded", "\"reason\":\"no reference\""),
                    body(
                            "dispute.won",
                            "\"reason\":\"r\",\"disputeId\":\"d\",\"amount\":\"x\",\"currency\":\"EUR\""),
                    body("authorisation.ended", "\"reason\":\"r\",\"surprise\":1"),
                    body("authorisation.ended", "\"reason\":\"r\"").replace("pay_", "ord_"),
                    body("authorisation.ended", "\"reason\":\"r\"").replace("12:00", "noon")
                }) {
            assertThat(refusal(signature("secret", NOON, body), body))
                    .as(body)
                    .isInstanceOf(CallbackRejection.Unreadable.class);
        }
        String other = body("balance.available", "\"reason\":\"r\"");
        assertThat(callbacks.read(signature("secret", NOON, other), other.getBytes(UTF_8)))
                .isEqualTo(new ProviderCallback.Irrelevant("evt_1", "balance.available"));
    }

    private ProviderFact fact(String type, String more) {
        String body = body(type, more);
        var callback = callbacks.read(signature("secret", NOON, body), body.getBytes(UTF_8));
        return ((ProviderCallback.Report) callback).command().fact();
    }

    private CallbackRejection refusal(@Nullable String header, String body) {
        return refusal(callbacks, header, body);
    }

    private static CallbackRejection refusal(
            ProviderCallbacks callbacks, @Nullable String header, String body) {
        return ((ProviderCallback.Refused) callbacks.read(header, body.getBytes(UTF_8)))
                .rejection();
    }

    private static ProviderCallbacks callbacks(String secret, Instant now) {
        return new SandboxCallbacks(
                new CallbackSignature(
                        secret, Duration.ofMinutes(5), Clock.fixed(now, ZoneOffset.UTC)));
    }

    private static String body(String type, String more) {
        return """
        {"id":"evt_1","type":"%s","tenant":"demo","paymentId":"%s","occurredAt":"%s",%s}\
        """
                .formatted(type, PAYMENT, NOON, more);
    }

    /** As the documentation tells a provider to do it, with nothing of ours. */
    private static String signature(String secret, Instant at, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            byte[] sum = mac.doFinal((at.getEpochSecond() + "." + body).getBytes(UTF_8));
            return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(sum);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
