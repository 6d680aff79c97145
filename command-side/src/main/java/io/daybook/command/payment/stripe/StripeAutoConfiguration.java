package io.daybook.command.payment.stripe;

import com.stripe.StripeClient;
import io.daybook.command.payment.CallbackAutoConfiguration;
import io.daybook.command.payment.PaymentAutoConfiguration;
import io.daybook.command.payment.PaymentProvider;
import io.daybook.command.payment.PaymentSetupException;
import io.daybook.domain.payment.ProviderCallbacks;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Puts Stripe in the place of the sandbox; refuses to start without a key. */
@AutoConfiguration(before = {PaymentAutoConfiguration.class, CallbackAutoConfiguration.class})
@ConditionalOnProperty(name = "daybook.payments.provider", havingValue = "stripe")
public class StripeAutoConfiguration {

    private static final Logger log = LoggerFactory.getLogger(StripeAutoConfiguration.class);

    @Bean
    StripeClient stripeClient(
            @Value("${daybook.payments.stripe.api-key:}") String apiKey,
            @Value("${daybook.payments.stripe.base-url:}") String baseUrl,
            @Value("${daybook.payments.stripe.timeout:20s}") Duration timeout) {
        return client(apiKey, baseUrl, timeout);
    }

    static StripeClient client(String apiKey, String baseUrl, Duration timeout) {
        if (apiKey.isBlank()) {
            throw new PaymentSetupException(
                    "Stripe is the payment provider, and it has no key.",
                    "Set daybook.payments.stripe.api-key to a secret key of your account,"
                            + " or daybook.payments.provider=sandbox.");
        }
        int millis = Math.toIntExact(timeout.toMillis());
        var client =
                StripeClient.builder()
                        .setApiKey(apiKey)
                        .setConnectTimeout(millis)
                        .setReadTimeout(millis)
                        // Whoever repeats a call has to know that it is in doubt.
                        .setMaxNetworkRetries(0);
        if (!baseUrl.isBlank()) {
            client.setApiBase(baseUrl);
        }
        return client.build();
    }

    @Bean
    PaymentProvider stripeProvider(
            StripeClient client,
            @Value("${daybook.payments.stripe.return-url:}") String returnUrl) {
        return new StripeProvider(client, returnUrl.isBlank() ? null : returnUrl);
    }

    @Bean
    ProviderCallbacks stripeCallbacks(
            StripeClient client,
            Clock clock,
            @Value("${daybook.payments.stripe.webhook-secret:}") String secret,
            @Value("${daybook.payments.webhook-tolerance:5m}") Duration tolerance) {
        if (secret.isBlank()) {
            log.warn(
                    "Stripe's webhooks are refused: daybook.payments.stripe.webhook-secret is not set");
        }
        return new StripeCallbacks(client, secret.isBlank() ? null : secret, tolerance, clock);
    }
}
