package io.daybook.api.security;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Which scope some calls need.
 *
 * @param method {@code null} for any
 */
record ScopeRule(String scope, @Nullable HttpMethod method, List<String> paths) {

    /** In order: the first rule that matches decides. */
    static final List<ScopeRule> ALL =
            List.of(
                    new ScopeRule(
                            "audit:read",
                            GET,
                            List.of(
                                    "/api/v1/orders/*/events",
                                    "/api/v1/inventory/*/*/events",
                                    "/api/v1/payments/*/events",
                                    "/api/v1/events")),
                    new ScopeRule("orders:read", GET, List.of("/api/v1/orders/**")),
                    new ScopeRule("orders:write", POST, List.of("/api/v1/orders/**")),
                    new ScopeRule("inventory:read", GET, List.of("/api/v1/inventory/**")),
                    new ScopeRule("inventory:write", POST, List.of("/api/v1/inventory/**")),
                    new ScopeRule("payments:read", GET, List.of("/api/v1/payments/**")),
                    new ScopeRule("payments:write", POST, List.of("/api/v1/payments/**")),
                    new ScopeRule("projections:manage", null, List.of("/api/v1/projections/**")));

    static Optional<String> scopeOf(ServerHttpRequest request) {
        return ALL.stream().filter(rule -> rule.covers(request)).map(ScopeRule::scope).findFirst();
    }

    String authority() {
        return "SCOPE_" + scope;
    }

    String[] patterns() {
        return paths.toArray(String[]::new);
    }

    private boolean covers(ServerHttpRequest request) {
        return (method == null || method.equals(request.getMethod()))
                && paths.stream()
                        .map(PathPatternParser.defaultInstance::parse)
                        .anyMatch(path -> path.matches(request.getPath().pathWithinApplication()));
    }
}
