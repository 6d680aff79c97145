package io.daybook.command.payment.stripe;

import static io.daybook.command.payment.stripe.StripeRequests.PAYMENT;
import static io.daybook.command.payment.stripe.StripeRequests.authorise;
import static io.daybook.command.payment.stripe.StripeRequests.capture;
import static io.daybook.command.payment.stripe.StripeRequests.refund;
import static io.daybook.command.payment.stripe.StripeRequests.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.command.payment.PaymentSetupException;
import io.daybook.domain.payment.ProviderOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripeProviderTest {

    private static final Duration PATIENCE = Duration.ofMillis(700);

    private final StripeStandIn stripe = new StripeStandIn();
    private final StripeProvider provider =
            new StripeProvider(
                    StripeAutoConfiguration.client("sk_test_1", stripe.url(), PATIENCE), null);

    @AfterEach
    void stop() {
        stripe.close();
    }

    @Test
    void p17_every_call_that_moves_money_carries_the_key_of_its_intent() {
        provider.perform(authorise("pm_card_visa"));
        provider.perform(capture("capture-1", "10.00", "pi_1"));
        provider.perform(refund("refund-1", "4.00", "pi_1"));
        provider.perform(release("pi_1"));

        assertThat(stripe.calls("POST", "").stream().map(StripeStandIn.Call::key))
                .containsExactly(
                        PAYMENT + "/authorise",
                        PAYMENT + "/capture-1",
                        PAYMENT + "/refund-1",
                        PAYMENT + "/void-1");
        assertThat(stripe.calls("POST", "payment_intents").getFirst().params())
                .containsEntry("amount", "2500")
                .containsEntry("currency", "eur")
                .containsEntry("capture_method", "manual")
                .containsEntry("confirm", "true")
                .containsEntry("payment_method", "pm_card_visa")
                .containsEntry("automatic_payment_methods[allow_redirects]", "never")
                .containsEntry("metadata[daybook_payment]", PAYMENT.value())
                .containsEntry("metadata[daybook_tenant]", "demo");
    }

    @Test
    void p05_a_partial_capture_names_its_amount() {
        provider.perform(authorise("pm_card_visa"));

        assertThat(provider.perform(capture("capture-1", "10.00", "pi_1")))
                .isEqualTo(new ProviderOutcome.Approved("pi_1", null, false));
        assertThat(stripe.calls("POST", "/capture").getFirst().params())
                .containsEntry("amount_to_capture", "1000")
                .containsEntry("final_capture", "false");
        assertThat(provider.perform(capture("capture-2", "15.00", "pi_1")))
                .isEqualTo(new ProviderOutcome.Approved("pi_1", null, true));
        assertThat(stripe.received("pi_1")).isEqualTo(2500);
    }

    @Test
    void whereOnlyOneCaptureIsPossibleTheRestIsReleased() {
        stripe.takesOneCaptureOnly();
        provider.perform(authorise("pm_card_visa"));

        assertThat(provider.perform(capture("capture-1", "10.00", "pi_1")))
                .isEqualTo(new ProviderOutcome.Approved("pi_1", null, true));
        assertThat(stripe.calls("POST", "/capture").getFirst().params())
                .doesNotContainKey("final_capture");
        assertThat(provider.perform(capture("capture-2", "15.00", "pi_1")))
                .isEqualTo(new ProviderOutcome.Declined("payment-intent-unexpected-state"));
    }

    @Test
    void theOutcomeOfAnAuthorisationIsWhatStripeSays() {
        assertThat(provider.perform(authorise("pm_card_visa")))
                .isEqualTo(
                        new ProviderOutcome.Approved(
                                "pi_1", Instant.ofEpochSecond(1_900_000_000L), false));
        assertThat(fresh(provider -> provider.perform(authorise("pm_card_declined"))))
                .isEqualTo(new ProviderOutcome.Declined("insufficient-funds"));
        assertThat(fresh(provider -> provider.perform(authorise("pm_card_authenticationRequired"))))
                .isEqualTo(
                        new ProviderOutcome.ActionRequired("https://stripe.example/3ds", "pi_1"));
        assertThat(fresh(provider -> provider.perform(authorise("pm", "5.124", "KWD"))))
                .isEqualTo(new ProviderOutcome.Declined("amount-not-representable"));
    }

    @Test
    void aLostAnswerIsUnknownAndTheIntentIsFoundAgain() {
        stripe.loseNextAnswer();

        assertThat(provider.perform(authorise("pm_card_visa")))
                .isEqualTo(new ProviderOutcome.Unknown());
        assertThat(provider.inquire(authorise("pm_card_visa")))
                .isInstanceOfSatisfying(
                        ProviderOutcome.Approved.class,
                        approved -> assertThat(approved.providerReference()).isEqualTo("pi_1"));
        assertThat(stripe.intents()).isEqualTo(1);
        assertThat(stripe.calls("POST", "payment_intents")).hasSize(1);
    }

    @Test
    void aLostRequestIsMadeAgainUnderTheSameKey() {
        stripe.loseNextRequest();
        assertThat(provider.perform(authorise("pm_card_visa")))
                .isEqualTo(new ProviderOutcome.Unknown());

        assertThat(provider.inquire(authorise("pm_card_visa")))
                .isInstanceOf(ProviderOutcome.Approved.class);
        assertThat(stripe.intents()).isEqualTo(1);
        assertThat(stripe.calls("POST", "payment_intents").stream().map(StripeStandIn.Call::key))
                .containsOnly(PAYMENT + "/authorise");
    }

    @Test
    void aCaptureWhoseAnswerGotLostHappensOnce() {
        provider.perform(authorise("pm_card_visa"));
        stripe.failNext(500, "api_error", null);
        assertThat(provider.perform(capture("capture-1", "10.00", "pi_1")))
                .isEqualTo(new ProviderOutcome.Unknown());
        provider.perform(capture("capture-1", "10.00", "pi_1"));
        provider.perform(capture("capture-2", "5.00", "pi_1"));

        assertThat(provider.inquire(capture("capture-1", "10.00", "pi_1")))
                .isInstanceOf(ProviderOutcome.Approved.class);
        assertThat(stripe.received("pi_1")).isEqualTo(1500);
        assertThat(stripe.calls("POST", "/capture")).hasSize(2);
    }

    @Test
    void p07_a_refund_is_made_once_however_often_it_is_asked_for() {
        provider.perform(authorise("pm_card_visa"));
        provider.perform(capture("capture-1", "25.00", "pi_1"));
        var refund = refund("refund-1", "4.00", "pi_1");

        assertThat(provider.perform(refund)).isEqualTo(new ProviderOutcome.Approved("re_1"));
        assertThat(provider.perform(refund)).isEqualTo(new ProviderOutcome.Approved("re_1"));
        assertThat(provider.inquire(refund)).isEqualTo(new ProviderOutcome.Approved("re_1"));
        assertThat(stripe.refunds()).isEqualTo(1);
    }

    @Test
    void aVoidFindsItsIntentAlsoWithoutItsName() {
        provider.perform(authorise("pm_card_visa"));

        assertThat(provider.perform(release(null))).isEqualTo(new ProviderOutcome.Approved("pi_1"));
        assertThat(provider.inquire(release("pi_1")))
                .isEqualTo(new ProviderOutcome.Approved("pi_1"));
        assertThat(stripe.calls("POST", "/cancel")).hasSize(1);
        assertThat(fresh(provider -> provider.perform(release(null))))
                .isEqualTo(new ProviderOutcome.Unknown());
    }

    @Test
    void whatStripeDidNotLookAtIsAskedForAgainLater() {
        stripe.failNext(401, "authentication_error", null);
        assertThatThrownBy(() -> provider.perform(authorise("pm_card_visa")))
                .isInstanceOf(IllegalStateException.class);
        stripe.failNext(429, "rate_limit", "rate_limit");
        assertThatThrownBy(() -> provider.perform(authorise("pm_card_visa")))
                .isInstanceOf(IllegalStateException.class);
        stripe.failNext(409, "invalid_request_error", "idempotency_key_in_use");
        assertThat(provider.perform(authorise("pm_card_visa")))
                .isEqualTo(new ProviderOutcome.Unknown());
        stripe.failNext(400, "invalid_request_error", "parameter_missing");
        assertThat(provider.perform(authorise("pm_card_visa")))
                .isEqualTo(new ProviderOutcome.Declined("parameter-missing"));
    }

    @Test
    void withoutAKeyNothingStarts() {
        assertThatThrownBy(() -> StripeAutoConfiguration.client(" ", "", PATIENCE))
                .isInstanceOf(PaymentSetupException.class)
                .hasMessageContaining("daybook.payments.stripe.api-key");
    }

    private static ProviderOutcome fresh(Function<StripeProvider, ProviderOutcome> call) {
        try (var other = new StripeStandIn()) {
            return call.apply(
                    new StripeProvider(
                            StripeAutoConfiguration.client("sk_test_1", other.url(), PATIENCE),
                            null));
        }
    }
}
