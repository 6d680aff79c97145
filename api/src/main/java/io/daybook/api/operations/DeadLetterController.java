package io.daybook.api.operations;

import io.daybook.api.exchange.AnswersWith;
import io.daybook.api.exchange.Parameters;
import io.daybook.api.exchange.QueryParameters;
import io.daybook.api.exchange.Reads;
import io.daybook.api.security.Caller;
import io.daybook.domain.process.DeadLetterView;
import io.daybook.domain.process.ListDeadLetters;
import io.daybook.domain.projection.ProjectionNames;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Shows the events that a reaction or a projection could not work through. */
@RestController
@RequestMapping("/api/v1/dead-letters")
@Tag(name = "Operations")
final class DeadLetterController {

    private final Reads reads;

    DeadLetterController(Reads reads) {
        this.reads = reads;
    }

    @Operation(
            summary = "Lists parked events, the oldest first; they are tried again by themselves")
    @QueryParameters({"limit", "cursor"})
    @AnswersWith(value = DeadLetterView.class, list = true)
    @GetMapping
    Mono<ResponseEntity<byte[]>> list(ServerWebExchange exchange) {
        return Caller.of(exchange)
                .flatMap(caller ->
                        reads.page(
                                exchange,
                                ProjectionNames.ORDERS,
                                new ListDeadLetters(
                                        caller.tenant(), Parameters.pageRequest(exchange))));
    }
}
