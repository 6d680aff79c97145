package io.daybook.api.security;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Whether this is a developer's own instance. On by default on the embedded database, off on any
 * other; refuses the combinations that would leave an instance open to whoever reads the
 * documentation.
 */
@Component
public final class DevelopmentMode {

    private final boolean on;

    DevelopmentMode(Environment environment) {
        boolean dev = isAskedFor(environment);
        if (!dev && isSet(environment, "daybook.security.demo-client.id")) {
            throw new UnsafeStartException(
                    "The demo client is for development only.",
                    "Remove daybook.security.demo-client, or set daybook.dev=true on a machine of your own.");
        }
        if (!dev && !hasIssuer(environment)) {
            throw new UnsafeStartException(
                    "No issuer is configured, and outside development Daybook does not issue tokens itself.",
                    "Set daybook.security.issuer-uri to your authorization server,"
                            + " or daybook.dev=true on a machine of your own.");
        }
        this.on = isOn(environment);
    }

    /** Whether Daybook issues tokens itself, to whoever knows the demo client. */
    public static boolean isOn(Environment environment) {
        return isAskedFor(environment) && !hasIssuer(environment);
    }

    public boolean on() {
        return on;
    }

    private static boolean isAskedFor(Environment environment) {
        boolean embedded =
                !isSet(environment, "daybook.datasource.url")
                        && !isSet(environment, "spring.datasource.url");
        return environment.getProperty("daybook.dev", Boolean.class, embedded);
    }

    private static boolean hasIssuer(Environment environment) {
        return isSet(environment, "daybook.security.issuer-uri");
    }

    /** Empty counts as not set: compose files like to write settings that way. */
    private static boolean isSet(Environment environment, String property) {
        return StringUtils.hasText(environment.getProperty(property));
    }
}
