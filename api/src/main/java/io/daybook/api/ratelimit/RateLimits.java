package io.daybook.api.ratelimit;

import io.daybook.api.problem.ProblemException;
import io.daybook.api.problem.Problems;
import io.github.bucket4j.ConsumptionProbe;
import java.util.concurrent.TimeUnit;
import org.springframework.core.Ordered;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Takes each request out of its caller's bucket; health and metrics stay out of it. */
@Component
public final class RateLimits implements WebFilter, Ordered {

    private static final String OPERATIONS = "/actuator/";

    private final Buckets buckets;
    private final Problems problems;

    RateLimits(Buckets buckets, Problems problems) {
        this.buckets = buckets;
        this.problems = problems;
    }

    /** After security, which tells whose request it is. */
    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (exchange.getRequest().getPath().value().startsWith(OPERATIONS)) {
            return chain.filter(exchange);
        }
        return exchange.getPrincipal()
                .ofType(JwtAuthenticationToken.class)
                .filter(caller -> caller.getToken().hasClaim("tenant"))
                .map(caller -> tenant(caller.getToken()))
                .switchIfEmpty(Mono.fromSupplier(() -> address(exchange)))
                .flatMap(owner -> {
                    try {
                        take(exchange, owner);
                    } catch (ProblemException tooMany) {
                        return problems.write(exchange, tooMany);
                    }
                    return chain.filter(exchange);
                });
    }

    /**
     * Takes one request out of a bucket, and tells the caller what is left.
     *
     * @throws ProblemException 429 when there is nothing left
     */
    public void take(ServerWebExchange exchange, String owner) {
        ConsumptionProbe probe = buckets.of(owner).tryConsumeAndReturnRemaining(1);
        exchange.getResponse()
                .getHeaders()
                .set(Buckets.HEADER, buckets.remaining(probe.getRemainingTokens()));
        if (!probe.isConsumed()) {
            throw ProblemException.tooMany(
                    TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1);
        }
    }

    /** The owner of the bucket that the requests with a token are taken out of. */
    public static String tenant(Jwt token) {
        return "tenant " + token.getClaimAsString("tenant");
    }

    private static String address(ServerWebExchange exchange) {
        var remote = exchange.getRequest().getRemoteAddress();
        return remote == null || remote.getAddress() == null
                ? "address unknown"
                : "address " + remote.getAddress().getHostAddress();
    }
}
