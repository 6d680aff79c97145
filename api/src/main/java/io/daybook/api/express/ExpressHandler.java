package io.daybook.api.express;

import io.daybook.api.problem.Problems;
import io.daybook.api.ratelimit.EveryAnswer;
import io.daybook.api.ratelimit.RateLimits;
import io.daybook.api.security.KnownCallers;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/**
 * Takes a plain request of a known caller straight to its call. The long way, through the filters
 * and the dispatcher, costs ten times as much as the server itself; whatever is not plain goes
 * there, and so does every token until the long way has verified it. Both ways give the same
 * answers.
 */
final class ExpressHandler implements HttpHandler {

    private static final String JSON = "application/json";

    /** What needs no decoding. */
    private static final Pattern PLAIN_QUERY = Pattern.compile("[A-Za-z0-9=&_.:-]+");

    private final HttpHandler longWay;
    private final ExpressRoutes routes;
    private final KnownCallers callers;
    private final EveryAnswer everyAnswer;
    private final RateLimits limits;
    private final Problems problems;
    private final ExpressMetrics metrics;

    ExpressHandler(
            HttpHandler longWay,
            ExpressRoutes routes,
            KnownCallers callers,
            EveryAnswer everyAnswer,
            RateLimits limits,
            Problems problems,
            ExpressMetrics metrics) {
        this.longWay = longWay;
        this.routes = routes;
        this.callers = callers;
        this.everyAnswer = everyAnswer;
        this.limits = limits;
        this.problems = problems;
        this.metrics = metrics;
    }

    @Override
    public Mono<Void> handle(ServerHttpRequest request, ServerHttpResponse response) {
        String path = request.getURI().getRawPath();
        if (!path.startsWith(ExpressRoutes.CALLS) || !hasPlainQuery(request)) {
            return longWay.handle(request, response);
        }
        Optional<ExpressRoutes.Match> match = routes.find(request.getMethod(), path);
        if (match.isEmpty() || !isPlain(request, match.get().route())) {
            return longWay.handle(request, response);
        }
        return callers.of(request)
                .map(caller -> answer(request, response, caller, match.get()))
                .orElseGet(() -> longWay.handle(request, response));
    }

    private static boolean hasPlainQuery(ServerHttpRequest request) {
        String query = request.getURI().getRawQuery();
        return query == null
                || (HttpMethod.GET.equals(request.getMethod())
                        && PLAIN_QUERY.matcher(query).matches());
    }

    /** Nothing that the dispatcher would have to look at. */
    private static boolean isPlain(ServerHttpRequest request, ExpressRoute route) {
        HttpHeaders headers = request.getHeaders();
        if (HttpMethod.GET.equals(request.getMethod())) {
            return headers.getFirst(HttpHeaders.IF_NONE_MATCH) == null
                    && headers.getFirst(HttpHeaders.IF_MODIFIED_SINCE) == null
                    && headers.getFirst(HttpHeaders.RANGE) == null;
        }
        return !route.takesJson()
                || JSON.equalsIgnoreCase(headers.getFirst(HttpHeaders.CONTENT_TYPE));
    }

    private Mono<Void> answer(
            ServerHttpRequest request,
            ServerHttpResponse response,
            JwtAuthenticationToken caller,
            ExpressRoutes.Match match) {
        long start = System.nanoTime();
        var exchange = new KnownExchange(request, response, caller);
        everyAnswer.begin(exchange);
        var failed = new AtomicReference<Throwable>();
        return Mono.defer(
                        () -> {
                            limits.take(exchange, RateLimits.tenant(caller.getToken()));
                            return match.route().call(match.path(), exchange);
                        })
                .flatMap(entity -> write(exchange, entity))
                .onErrorResume(failure -> {
                    failed.set(failure);
                    everyAnswer.complete(response.getHeaders());
                    return problems.write(exchange, failure);
                })
                .then(Mono.defer(response::setComplete))
                .doFinally(end ->
                        metrics.record(
                                request.getMethod(),
                                match.route().pattern(),
                                end == SignalType.CANCEL ? null : response.getStatusCode(),
                                failed.get(),
                                System.nanoTime() - start));
    }

    private Mono<Void> write(KnownExchange exchange, ResponseEntity<byte[]> entity) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(entity.getStatusCode());
        HttpHeaders headers = response.getHeaders();
        headers.putAll(entity.getHeaders());
        everyAnswer.complete(headers);
        byte[] body = entity.getBody();
        if (body == null) {
            return Mono.empty();
        }
        headers.setContentLength(body.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }
}
