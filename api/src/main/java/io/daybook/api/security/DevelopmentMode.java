package io.daybook.api.security;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Whether this is a developer's own instance. On by default on the embedded database, off on any
 * other; refuses the combinations that would leave an instance open to whoever reads the
 * documentation.
 */
@Component
public final class DevelopmentMode {

    private final boolean on;

    DevelopmentMode(Environment environment) {
        boolean embedded =
                !environment.containsProperty("daybook.datasource.url")
                        && !environment.containsProperty("spring.datasource.url");
        boolean issuer = environment.containsProperty("daybook.security.issuer-uri");
        boolean dev = environment.getProperty("daybook.dev", Boolean.class, embedded);
        if (!dev && environment.containsProperty("daybook.security.demo-client.id")) {
            throw new UnsafeStartException(
                    "The demo client is for development only.",
                    "Remove daybook.security.demo-client, or set daybook.dev=true on a machine of your own.");
        }
        if (!dev && !issuer) {
            throw new UnsafeStartException(
                    "No issuer is configured, and outside development Daybook does not issue tokens itself.",
                    "Set daybook.security.issuer-uri to your authorization server,"
                            + " or daybook.dev=true on a machine of your own.");
        }
        this.on = dev && !issuer;
    }

    public boolean on() {
        return on;
    }
}
