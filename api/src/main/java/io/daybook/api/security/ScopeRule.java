package io.daybook.api.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Which scope some calls need.
 *
 * @param access whether it is about reading (also by {@code HEAD}) or about everything else
 */
record ScopeRule(String scope, Access access, List<PathPattern> paths) {

    enum Access {
        READS,
        WRITES,
        ANY
    }

    private static final Set<HttpMethod> READING =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** In order: the first rule that matches decides. */
    static final List<ScopeRule> ALL =
            List.of(
                    rule(
                            "audit:read",
                            Access.READS,
                            "/api/v1/orders/*/events",
                            "/api/v1/inventory/*/*/events",
                            "/api/v1/payments/*/events",
                            "/api/v1/returns/*/events",
                            "/api/v1/store-credit/*/*/events",
                            "/api/v1/events"),
                    rule("orders:read", Access.READS, "/api/v1/orders/**"),
                    rule("orders:write", Access.WRITES, "/api/v1/orders/**"),
                    rule("inventory:read", Access.READS, "/api/v1/inventory/**"),
                    rule("inventory:write", Access.WRITES, "/api/v1/inventory/**"),
                    rule(
                            "payments:read",
                            Access.READS,
                            "/api/v1/payments/**",
                            "/api/v1/store-credit/**"),
                    rule(
                            "payments:write",
                            Access.WRITES,
                            "/api/v1/payments/**",
                            "/api/v1/store-credit/**"),
                    rule("returns:read", Access.READS, "/api/v1/returns/**"),
                    rule("returns:write", Access.WRITES, "/api/v1/returns/**"),
                    rule(
                            "projections:manage",
                            Access.ANY,
                            "/api/v1/projections/**",
                            "/api/v1/processes/**",
                            "/api/v1/dead-letters/**"));

    private static ScopeRule rule(String scope, Access access, String... paths) {
        return new ScopeRule(
                scope,
                access,
                List.of(paths).stream().map(PathPatternParser.defaultInstance::parse).toList());
    }

    /** The rule of a request. */
    static Optional<ScopeRule> of(ServerHttpRequest request) {
        PathContainer path = request.getPath().pathWithinApplication();
        boolean reads = READING.contains(request.getMethod());
        for (ScopeRule rule : ALL) {
            if (rule.isAbout(reads) && rule.covers(path)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    String authority() {
        return "SCOPE_" + scope;
    }

    private boolean isAbout(boolean reads) {
        return switch (access) {
            case READS -> reads;
            case WRITES -> !reads;
            case ANY -> true;
        };
    }

    private boolean covers(PathContainer path) {
        for (PathPattern pattern : paths) {
            if (pattern.matches(path)) {
                return true;
            }
        }
        return false;
    }
}
