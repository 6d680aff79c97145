package io.daybook.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {

    @ParameterizedTest
    @ValueSource(strings = {"start", "token", "demo", "import", "rebuild"})
    void everyCommandExplainsItself(String command) {
        var run = Run.of(command, "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Usage: daybook " + command);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "import",
                "rebuild",
                "start --port=x",
                "token --colour",
                "demo --stock=much"
            })
    void aMisuseIsOneLineAndNotAnIncompleteImport(String arguments) {
        var run = arguments.isEmpty() ? Run.of() : Run.of(arguments.split(" ", -1));

        assertThat(run.exitCode()).isEqualTo(Cli.USAGE);
        assertThat(run.err()).contains("--help)").hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void tokenPrintsTheTokenAndNothingElse() {
        try (var instance = new FakeInstance()) {
            var run =
                    Run.of(
                            "token",
                            "--tenant",
                            "acme",
                            "--scope",
                            "orders:read audit:read",
                            "--url",
                            instance.url());

            assertThat(run).isEqualTo(new Run(0, "token-1" + System.lineSeparator(), ""));
            assertThat(instance.lastTokenForm())
                    .contains("tenant=acme", "scope=orders:read audit:read");
        }
    }

    @Test
    void theTokenIsOfTheDemoTenantWithAllScopesUnlessToldOtherwise() {
        try (var instance = new FakeInstance()) {
            Run.of("token", "--url", instance.url());

            assertThat(instance.lastTokenForm()).contains("tenant=demo").doesNotContain("scope=");
        }
    }

    @Test
    void rebuildFollowsTheRebuildToItsEnd() {
        try (var instance = new FakeInstance()) {
            var run = Run.of("rebuild", "orders", "--url", instance.url());

            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).startsWith("Rebuilt orders: 100 events at 50/s");
            assertThat(run.err()).contains("40 %").contains("100 %");
        }
    }

    @Test
    void rebuildOfAnUnknownProjectionFails() {
        try (var instance = new FakeInstance()) {
            var run = Run.of("rebuild", "nothing", "--url", instance.url());

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err())
                    .startsWith("daybook: 404 not-found: There is no such projection.")
                    .hasLineCount(1);
        }
    }

    @Test
    void startRefusesATakenPortBeforeAnythingIsStarted() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var run = Run.of("start", "--port", Integer.toString(taken.getLocalPort()));

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err())
                    .startsWith("daybook: Cannot start: port " + taken.getLocalPort())
                    .hasLineCount(1);
        }
    }

    @Test
    void startTakesPropertiesButNoMisspeltOption() {
        assertThat(Run.of("start", "--dta=x").exitCode()).isEqualTo(Cli.USAGE);
        assertThat(Run.of("start", "--server.port=-1").exitCode()).isEqualTo(1);
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        var run = Run.of("token", "--url", "localhost:8080");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("localhost:8080 is not an address like").hasLineCount(1);
    }
}
