package io.daybook.api.ratelimit;

import io.daybook.api.problem.ProblemException;
import io.daybook.api.problem.Problems;
import io.github.bucket4j.ConsumptionProbe;
import java.util.concurrent.TimeUnit;
import org.springframework.core.Ordered;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Takes each request out of its caller's bucket; health and metrics stay out of it. */
@Component
final class RateLimits implements WebFilter, Ordered {

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
                .mapNotNull(caller -> caller.getToken().getClaimAsString("tenant"))
                .map(tenant -> "tenant " + tenant)
                .switchIfEmpty(Mono.fromSupplier(() -> address(exchange)))
                .flatMap(owner -> filter(exchange, chain, owner));
    }

    private Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain, String owner) {
        ConsumptionProbe probe = buckets.of(owner).tryConsumeAndReturnRemaining(1);
        exchange.getResponse()
                .getHeaders()
                .set(Buckets.HEADER, buckets.remaining(probe.getRemainingTokens()));
        return probe.isConsumed()
                ? chain.filter(exchange)
                : problems.write(
                        exchange,
                        ProblemException.tooMany(
                                TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill())
                                        + 1));
    }

    private static String address(ServerWebExchange exchange) {
        var remote = exchange.getRequest().getRemoteAddress();
        return remote == null || remote.getAddress() == null
                ? "address unknown"
                : "address " + remote.getAddress().getHostAddress();
    }
}
