package io.daybook.api.cli;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which every client command finds its instance. */
final class Connection {

    private static final String DEMO_TENANT = "demo";

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "${DAYBOOK_URL:-http://localhost:8080}",
            description = "The running instance (DAYBOOK_URL; default: http://localhost:8080).")
    private String url = "http://localhost:8080";

    @Option(
            names = "--tenant",
            paramLabel = "TENANT",
            description =
                    "The tenant of the demo token (default: demo); DAYBOOK_TOKEN, when set, decides by itself.")
    private @Nullable String tenant;

    Instance instance() {
        var token = System.getenv("DAYBOOK_TOKEN");
        return new Instance(
                address(),
                token == null || token.isBlank()
                        ? new DemoToken(tenant(), "")
                        : new Instance.GivenToken(token.strip()),
                BackOff.PATIENT);
    }

    String demoToken(String scope) {
        var credentials = new DemoToken(tenant(), scope);
        return credentials.token(new Instance(address(), credentials, BackOff.NONE));
    }

    String tenant() {
        return tenant == null ? DEMO_TENANT : tenant;
    }

    private URI address() {
        try {
            var address = URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
            if (address.getHost() != null && address.getScheme().startsWith("http")) {
                return address;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // said below, together with addresses that lack a part
        }
        throw new Failure("%s is not an address like http://localhost:8080".formatted(url));
    }
}
