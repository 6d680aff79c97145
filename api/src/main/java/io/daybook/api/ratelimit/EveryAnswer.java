package io.daybook.api.ratelimit;

import io.daybook.api.correlation.CallIds;
import io.daybook.api.exchange.ConsistencyTokens;
import io.daybook.domain.projection.ProjectionNames;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** The headers that every answer carries, also the ones that security gives. */
@Component
final class EveryAnswer implements WebFilter, Ordered {

    private static final int BEFORE_SECURITY = -200;

    private final ConsistencyTokens tokens;
    private final Buckets buckets;

    EveryAnswer(ConsistencyTokens tokens, Buckets buckets) {
        this.tokens = tokens;
        this.buckets = buckets;
    }

    @Override
    public int getOrder() {
        return BEFORE_SECURITY;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var response = exchange.getResponse();
        var headers = response.getHeaders();
        headers.set(CallIds.HEADER, CallIds.of(exchange).requestId());
        headers.set(Buckets.POLICY_HEADER, buckets.policy());
        response.beforeCommit(() ->
                Mono.fromRunnable(() -> {
                    if (!headers.containsHeader(Buckets.HEADER)) {
                        headers.set(Buckets.HEADER, buckets.untouched());
                    }
                    if (!headers.containsHeader(ConsistencyTokens.HEADER)) {
                        headers.set(
                                ConsistencyTokens.HEADER,
                                ConsistencyTokens.token(
                                        tokens.position(ProjectionNames.ORDERS, 0)));
                    }
                }));
        return chain.filter(exchange);
    }
}
