package io.daybook.command.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.param.PaymentIntentCreateParams;
import io.daybook.domain.payment.ProviderOutcome;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every request in the shape that Stripe's own description of its API asks for. Stripe's mock keeps
 * no state: what counts is that it takes each request; it refuses unknown and missing parameters.
 */
class StripeMockIT {

    private static final String HOW = "go install github.com/stripe/stripe-mock@latest";

    private static @Nullable Process mock;
    private static @Nullable StripeClient client;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Path program = find();
        Assumptions.assumeTrue(
                program != null, "stripe-mock is not installed (" + HOW + "): skipped");
        int port = freePort();
        mock =
                new ProcessBuilder(String.valueOf(program), "-http-addr", "127.0.0.1:" + port)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        client =
                StripeAutoConfiguration.client(
                        "sk_test_123", "http://127.0.0.1:" + port, Duration.ofSeconds(10));
        await().atMost(20, TimeUnit.SECONDS).until(() -> listens(port));
    }

    @AfterAll
    static void stop() {
        if (mock != null) {
            mock.destroy();
        }
    }

    @Test
    void anAuthorisationIsAWellFormedIntent() {
        var outcome = provider().perform(StripeRequests.authorise("pm_card_visa"));

        // The mock answers with an example of its own, in whatever state that is.
        assertThat(outcome).isNotInstanceOfAny(ProviderOutcome.ActionRequired.class);
        assertThat(refusedAsMalformed(outcome)).isFalse();
    }

    @Test
    void capturesVoidsAndRefundsAreWellFormed() {
        var provider = provider();

        assertThat(
                        refusedAsMalformed(
                                provider.perform(
                                        StripeRequests.capture("capture-1", "10.00", "pi_1"))))
                .isFalse();
        assertThat(refusedAsMalformed(provider.perform(StripeRequests.release("pi_1")))).isFalse();
        assertThat(refusedAsMalformed(provider.perform(StripeRequests.release(null)))).isFalse();
        assertThat(
                        refusedAsMalformed(
                                provider.perform(
                                        StripeRequests.refund("refund-1", "4.00", "pi_1"))))
                .isFalse();
        assertThat(refusedAsMalformed(provider.inquire(StripeRequests.authorise("pm_card_visa"))))
                .isFalse();
    }

    @Test
    void theMockDoesRefuseWhatIsMalformed() {
        var malformed =
                PaymentIntentCreateParams.builder()
                        .setAmount(2500L)
                        .setCurrency("eur")
                        .putExtraParam("no_such_parameter", "x")
                        .build();

        assertThatThrownBy(() ->
                        Objects.requireNonNull(client).v1().paymentIntents().create(malformed))
                .isInstanceOf(InvalidRequestException.class);
    }

    /** Stripe's mock reports a wrong request as an invalid one, without a code. */
    private static boolean refusedAsMalformed(ProviderOutcome outcome) {
        return outcome instanceof ProviderOutcome.Declined declined
                && declined.reason().equals("invalid-request");
    }

    private static StripeProvider provider() {
        return new StripeProvider(Objects.requireNonNull(client), null);
    }

    private static @Nullable Path find() {
        var places =
                new ArrayList<>(
                        List.of(
                                System.getenv()
                                        .getOrDefault("PATH", "")
                                        .split(File.pathSeparator)));
        places.add(
                System.getenv().getOrDefault("GOPATH", System.getProperty("user.home") + "/go")
                        + "/bin");
        return places.stream()
                .map(place -> Path.of(place, "stripe-mock"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean listens(int port) {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
