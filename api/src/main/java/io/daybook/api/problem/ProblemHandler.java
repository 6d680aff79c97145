package io.daybook.api.problem;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Comes before Spring's own handlers, so that there is one kind of error answer. */
@Component
@Order(-10)
final class ProblemHandler implements WebExceptionHandler {

    private final Problems problems;

    ProblemHandler(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        return problems.write(exchange, failure);
    }
}
