package io.daybook.api.security;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Who may call what: some calls everybody, the others whoever has their scope; what no rule names
 * needs a token at least. One decision for each request, where a rule of the framework's for each
 * path would try (and try to log) one after the other.
 */
final class CallAuthorization implements ReactiveAuthorizationManager<AuthorizationContext> {

    private static final AuthorizationDecision GRANTED = new AuthorizationDecision(true);
    private static final AuthorizationDecision DENIED = new AuthorizationDecision(false);

    private static final String CALLS = "/api/";

    private static final String SIGNED = "/api/v1/payments/provider-events";

    private static final List<PathPattern> PUBLIC =
            Stream.of(
                            "/actuator/health/**",
                            "/actuator/prometheus",
                            "/openapi.json",
                            "/openapi.json/**",
                            "/docs",
                            "/docs/**",
                            "/webjars/**",
                            "/swagger-ui/**",
                            "/oauth2/**")
                    .map(PathPatternParser.defaultInstance::parse)
                    .toList();

    @Override
    public Mono<AuthorizationResult> authorize(
            Mono<Authentication> authentication, AuthorizationContext context) {
        ServerHttpRequest request = context.getExchange().getRequest();
        return isPublic(request)
                ? Mono.just(GRANTED)
                : authentication
                        .<AuthorizationResult>map(
                                caller -> allows(caller, request) ? GRANTED : DENIED)
                        .defaultIfEmpty(DENIED);
    }

    private static boolean isPublic(ServerHttpRequest request) {
        return request.getPath().value().startsWith(CALLS)
                ? isSigned(request)
                : PUBLIC.stream()
                        .anyMatch(path -> path.matches(request.getPath().pathWithinApplication()));
    }

    /** A provider has no token; whoever reads its callbacks looks at its signature instead. */
    private static boolean isSigned(ServerHttpRequest request) {
        return HttpMethod.POST.equals(request.getMethod())
                && SIGNED.equals(request.getPath().pathWithinApplication().value());
    }

    /** Whether an authenticated caller has the scope of a call. */
    static boolean allows(Authentication caller, ServerHttpRequest request) {
        return caller.isAuthenticated()
                && ScopeRule.of(request)
                        .map(ScopeRule::authority)
                        .map(wanted -> has(caller, wanted))
                        .orElse(true);
    }

    private static boolean has(Authentication caller, String wanted) {
        return caller.getAuthorities().stream()
                .anyMatch(authority -> wanted.equals(authority.getAuthority()));
    }
}
