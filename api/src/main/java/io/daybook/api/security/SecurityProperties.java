package io.daybook.api.security;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who may call.
 *
 * @param issuerUri the issuer whose tokens are accepted; without one, development mode issues its
 *     own
 * @param audience what the {@code aud} claim of the issuer's tokens has to name; anything when not
 *     set
 * @param demoClient the client of development mode
 */
@ConfigurationProperties("daybook.security")
record SecurityProperties(
        @Nullable String issuerUri, @Nullable String audience, @Nullable DemoClient demoClient) {

    /** Known to everybody who reads the documentation, hence for development only. */
    record DemoClient(String id, String secret) {

        static final DemoClient DEFAULT = new DemoClient("demo", "demo-secret");
    }
}
