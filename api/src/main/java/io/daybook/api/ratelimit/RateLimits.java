package io.daybook.api.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.daybook.api.correlation.CallIds;
import io.daybook.api.exchange.ConsistencyTokens;
import io.daybook.api.problem.ProblemException;
import io.daybook.api.problem.Problems;
import io.daybook.domain.projection.ProjectionNames;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** One bucket of requests per tenant, and what every answer says about it. */
@Component
final class RateLimits implements WebFilter, Ordered {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final String NOBODY = "-";

    private final long requestsPerMinute;
    private final Problems problems;
    private final ConsistencyTokens tokens;
    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder()
                    .maximumSize(10_000)
                    .expireAfterAccess(Duration.ofMinutes(10))
                    .build();

    RateLimits(
            @Value("${daybook.rate-limit.requests-per-minute:600000}") long requestsPerMinute,
            Problems problems,
            ConsistencyTokens tokens) {
        this.requestsPerMinute = requestsPerMinute;
        this.problems = problems;
        this.tokens = tokens;
    }

    /** After security, which tells whose request it is. */
    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getPrincipal()
                .ofType(JwtAuthenticationToken.class)
                .mapNotNull(caller -> caller.getToken().getClaimAsString("tenant"))
                .defaultIfEmpty(NOBODY)
                .flatMap(tenant -> filter(exchange, chain, tenant));
    }

    private Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain, String tenant) {
        ConsumptionProbe probe = buckets.get(tenant, _ -> bucket()).tryConsumeAndReturnRemaining(1);
        var headers = exchange.getResponse().getHeaders();
        headers.set(CallIds.HEADER, CallIds.of(exchange).requestId());
        headers.set(
                "RateLimit-Policy",
                "\"default\";q=" + requestsPerMinute + ";w=" + WINDOW.toSeconds());
        headers.set(
                "RateLimit",
                "\"default\";r=" + probe.getRemainingTokens() + ";t=" + WINDOW.toSeconds());
        exchange.getResponse()
                .beforeCommit(() ->
                        Mono.fromRunnable(() -> {
                            if (!headers.containsHeader(ConsistencyTokens.HEADER)) {
                                headers.set(
                                        ConsistencyTokens.HEADER,
                                        ConsistencyTokens.token(
                                                tokens.position(ProjectionNames.ORDERS, 0)));
                            }
                        }));
        return probe.isConsumed()
                ? chain.filter(exchange)
                : problems.write(
                        exchange,
                        ProblemException.tooMany(
                                TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill())
                                        + 1));
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(requestsPerMinute).refillGreedy(requestsPerMinute, WINDOW))
                .build();
    }
}
