package io.daybook.api.exchange;

import io.daybook.api.problem.ProblemException;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Refuses query parameters that a call of ours does not know, and such as are given twice: whoever
 * mistypes a filter should not get everything instead.
 */
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
        if (!call.getBeanType().getName().startsWith(OURS)) {
            return;
        }
        var declared = call.getMethodAnnotation(QueryParameters.class);
        Set<String> known = declared == null ? Set.of() : Set.of(declared.value());
        given.forEach((name, values) -> {
            if (!known.contains(name)) {
                throw ProblemException.invalid('/' + name, "is not known here");
            }
            if (values.size() > 1) {
                throw ProblemException.invalid('/' + name, "is given twice");
            }
        });
    }
}
