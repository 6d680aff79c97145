package io.daybook.api.returns;

import io.daybook.api.exchange.AnswersWith;
import io.daybook.api.exchange.Histories;
import io.daybook.api.exchange.LoggedEvent;
import io.daybook.api.exchange.Parameters;
import io.daybook.api.exchange.Paths;
import io.daybook.api.exchange.QueryParameters;
import io.daybook.api.exchange.Reads;
import io.daybook.api.security.Caller;
import io.daybook.domain.projection.ProjectionNames;
import io.daybook.domain.returns.FindReturn;
import io.daybook.domain.returns.FindReturnAt;
import io.daybook.domain.returns.ListReturns;
import io.daybook.domain.returns.ReturnStatus;
import io.daybook.domain.returns.ReturnView;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReturnId;
import io.daybook.domain.shared.ReturnKind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Reads returns: as they are, as they were, and what happened to them. */
@RestController
@RequestMapping(path = ReturnCommandController.PATH)
@Tag(name = "Returns")
final class ReturnQueryController {

    private final Reads reads;
    private final Histories histories;

    ReturnQueryController(Reads reads, Histories histories) {
        this.reads = reads;
        this.histories = histories;
    }

    @Operation(summary = "Lists returns, newest first; filters: status, orderId, kind")
    @QueryParameters({"status", "orderId", "kind", "limit", "cursor"})
    @AnswersWith(value = ReturnView.class, list = true)
    @GetMapping
    Mono<ResponseEntity<byte[]>> list(ServerWebExchange exchange) {
        String orderId = Parameters.text(exchange, "orderId");
        return Caller.of(exchange)
                .flatMap(caller ->
                        reads.page(
                                exchange,
                                ProjectionNames.RETURNS,
                                new ListReturns(
                                        caller.tenant(),
                                        Parameters.constant(
                                                exchange,
                                                "status",
                                                ReturnStatus::valueOf,
                                                "is not a status of a return"),
                                        orderId == null
                                                ? null
                                                : Paths.id("orderId", orderId, OrderId::new),
                                        Parameters.constant(
                                                exchange,
                                                "kind",
                                                ReturnKind::valueOf,
                                                "must be RETURN, EXCHANGE or CLAIM"),
                                        Parameters.pageRequest(exchange))));
    }

    @Operation(
            summary =
                    "The return as it is, or as it was at a version or an instant (?version=, ?asOf=)")
    @AnswersWith(ReturnView.class)
    @QueryParameters({"version", "asOf"})
    @GetMapping("/{returnId}")
    Mono<ResponseEntity<byte[]>> find(@PathVariable String returnId, ServerWebExchange exchange) {
        ReturnId id = Paths.id("returnId", returnId, ReturnId::new);
        return Caller.of(exchange)
                .flatMap(caller ->
                        reads.one(
                                exchange,
                                ProjectionNames.RETURNS,
                                "return",
                                Parameters.moment(exchange)
                                        .<Object>map(moment ->
                                                new FindReturnAt(caller.tenant(), id, moment))
                                        .orElseGet(() -> new FindReturn(caller.tenant(), id))));
    }

    @Operation(summary = "Everything that happened to the return")
    @QueryParameters({"fromVersion", "toVersion", "type", "limit", "cursor"})
    @AnswersWith(value = LoggedEvent.class, list = true)
    @GetMapping("/{returnId}/events")
    Mono<ResponseEntity<byte[]>> events(@PathVariable String returnId, ServerWebExchange exchange) {
        ReturnId id = Paths.id("returnId", returnId, ReturnId::new);
        return Caller.of(exchange)
                .flatMap(caller ->
                        histories.of(
                                exchange,
                                caller,
                                "return",
                                id.value(),
                                new FindReturn(caller.tenant(), id)));
    }
}
