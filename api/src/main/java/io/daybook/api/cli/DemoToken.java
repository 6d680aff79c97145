package io.daybook.api.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The token of the client that every development instance knows. */
final class DemoToken implements Credentials {

    /**
     * As {@code daybook.security.demo-client} names it, which the instance reads from there too.
     */
    private static final String CLIENT =
            "Basic "
                    + Base64.getEncoder()
                            .encodeToString(
                                    (setting("ID", "demo") + ':' + setting("SECRET", "demo-secret"))
                                            .getBytes(UTF_8));

    private final String form;
    private volatile @Nullable String current;

    /** An empty scope asks for everything the client may do. */
    DemoToken(String tenant, String scope) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("grant_type", "client_credentials");
        fields.put("tenant", tenant);
        if (!scope.isBlank()) {
            fields.put("scope", scope.strip());
        }
        form =
                fields.entrySet().stream()
                        .map(field ->
                                field.getKey() + '=' + URLEncoder.encode(field.getValue(), UTF_8))
                        .collect(Collectors.joining("&"));
    }

    @Override
    public String token(Instance instance) {
        var known = current;
        if (known != null) {
            return known;
        }
        var reply = instance.form("/oauth2/token", form, CLIENT);
        if (!reply.ok()) {
            throw new Failure.NoAccess(
                    "No demo token: %s. Outside development, set DAYBOOK_TOKEN to a token of your issuer."
                            .formatted(reply.problem()));
        }
        var fresh = reply.text("access_token");
        current = fresh;
        return fresh;
    }

    private static String setting(String name, String otherwise) {
        return Objects.requireNonNullElse(
                System.getenv("DAYBOOK_SECURITY_DEMO_CLIENT_" + name), otherwise);
    }

    @Override
    public boolean renew() {
        current = null;
        return true;
    }
}
