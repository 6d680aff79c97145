package io.daybook.api.exchange;

import org.springframework.util.MultiValueMap;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Refuses query parameters that a call of ours does not know ({@link KnownParameters}). */
final class StrictHandlerMapping extends RequestMappingHandlerMapping {

    private static final String OURS = "io.daybook.";

    /** Before the mappings of health pages and files, which few requests are for. */
    private static final int FIRST = -200;

    @Override
    public int getOrder() {
        return FIRST;
    }

    @Override
    public Mono<HandlerMethod> getHandlerInternal(ServerWebExchange exchange) {
        Mono<HandlerMethod> found = super.getHandlerInternal(exchange);
        var given = exchange.getRequest().getQueryParams();
        return given.isEmpty() ? found : found.doOnNext(call -> check(call, given));
    }

    private static void check(HandlerMethod call, MultiValueMap<String, String> given) {
        if (call.getBeanType().getName().startsWith(OURS)) {
            KnownParameters.of(call.getMethod()).check(given);
        }
    }
}
