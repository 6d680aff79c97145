package io.daybook.api.security;

import io.daybook.api.problem.ProblemException;
import io.daybook.domain.shared.TenantId;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who calls, and for which tenant: both from the token, never from the request. */
public record Caller(TenantId tenant, String actor) {

    /**
     * The caller of an exchange that security let through.
     *
     * @throws ProblemException 403 when the token names no tenant
     */
    public static Mono<Caller> of(ServerWebExchange exchange) {
        return exchange.getPrincipal()
                .ofType(JwtAuthenticationToken.class)
                .map(authentication -> of(authentication.getToken()));
    }

    static Caller of(Jwt token) {
        try {
            String tenant = token.getClaimAsString("tenant");
            if (tenant != null) {
                return new Caller(new TenantId(tenant), String.valueOf(token.getSubject()));
            }
        } catch (IllegalArgumentException e) {
            // Not the form of a tenant: the same as none.
        }
        throw ProblemException.of(
                HttpStatus.FORBIDDEN, "tenant-missing", "The token names no tenant.");
    }
}
