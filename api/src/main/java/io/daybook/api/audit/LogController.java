package io.daybook.api.audit;

import io.daybook.api.exchange.AnswersWith;
import io.daybook.api.exchange.Histories;
import io.daybook.api.exchange.LoggedEvent;
import io.daybook.api.exchange.Parameters;
import io.daybook.api.exchange.QueryParameters;
import io.daybook.api.exchange.Reads;
import io.daybook.api.problem.ProblemException;
import io.daybook.api.security.Caller;
import io.daybook.domain.audit.ReadLog;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Reads the whole log of a tenant. */
@RestController
@Tag(name = "Audit")
final class LogController {

    private final Reads reads;

    LogController(Reads reads) {
        this.reads = reads;
    }

    @Operation(
            summary =
                    "The log in order; filters: entityType, entityId, type, actor, correlationId, from, to, after")
    @QueryParameters({
        "entityType",
        "entityId",
        "type",
        "actor",
        "correlationId",
        "from",
        "to",
        "after",
        "limit",
        "cursor"
    })
    @AnswersWith(value = LoggedEvent.class, list = true)
    @GetMapping("/api/v1/events")
    Mono<ResponseEntity<byte[]>> log(ServerWebExchange exchange) {
        Long after = Parameters.number(exchange, "after");
        if (after != null && after < 0) {
            throw ProblemException.invalid("/after", "must be at least 0");
        }
        long start =
                Math.max(
                        after == null ? 0 : after, Histories.position(Parameters.cursor(exchange)));
        return Caller.of(exchange)
                .flatMap(caller ->
                        reads.log(
                                exchange,
                                new ReadLog(
                                        caller.tenant(),
                                        Parameters.text(exchange, "entityType"),
                                        Parameters.text(exchange, "entityId"),
                                        null,
                                        null,
                                        Parameters.text(exchange, "type"),
                                        Parameters.text(exchange, "actor"),
                                        Parameters.text(exchange, "correlationId"),
                                        Parameters.instant(exchange, "from"),
                                        Parameters.instant(exchange, "to"),
                                        start,
                                        Parameters.limit(exchange))));
    }
}
