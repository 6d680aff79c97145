package io.daybook.api.ratelimit;

import io.daybook.api.correlation.CallIds;
import io.daybook.api.exchange.ConsistencyTokens;
import io.daybook.api.security.SecurityHeaders;
import io.daybook.domain.projection.ProjectionNames;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** The headers that every answer carries, also the ones that security gives. */
@Component
public final class EveryAnswer implements WebFilter, Ordered {

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
        begin(exchange);
        var response = exchange.getResponse();
        response.beforeCommit(() -> Mono.fromRunnable(() -> complete(response.getHeaders())));
        return chain.filter(exchange);
    }

    /** Sets what is known before the call. */
    public void begin(ServerWebExchange exchange) {
        var headers = exchange.getResponse().getHeaders();
        headers.set(CallIds.HEADER, CallIds.of(exchange).requestId());
        headers.set(Buckets.POLICY_HEADER, buckets.policy());
        SecurityHeaders.set(exchange.getRequest(), headers);
    }

    /** Adds what the call itself did not say. */
    public void complete(HttpHeaders headers) {
        if (!headers.containsHeader(Buckets.HEADER)) {
            headers.set(Buckets.HEADER, buckets.untouched());
        }
        if (!headers.containsHeader(ConsistencyTokens.HEADER)) {
            headers.set(
                    ConsistencyTokens.HEADER,
                    ConsistencyTokens.token(tokens.position(ProjectionNames.ORDERS, 0)));
        }
    }
}
