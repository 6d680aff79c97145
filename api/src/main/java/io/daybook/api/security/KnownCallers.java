package io.daybook.api.security;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/** Callers whose token was verified a moment ago. */
@Component
public final class KnownCallers {

    private static final String BEARER = "Bearer ";

    private final VerifiedTokens tokens;

    KnownCallers(VerifiedTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * The caller of a request, when his token is known and carries the scope of the call. In every
     * other case security itself has to look at the request.
     */
    public Optional<JwtAuthenticationToken> of(ServerHttpRequest request) {
        List<String> given = request.getHeaders().getOrEmpty(HttpHeaders.AUTHORIZATION);
        if (given.size() != 1 || !given.getFirst().startsWith(BEARER)) {
            return Optional.empty();
        }
        return tokens.known(given.getFirst().substring(BEARER.length()))
                .filter(caller ->
                        caller.getToken().hasClaim("tenant")
                                && CallAuthorization.allows(caller, request));
    }
}
