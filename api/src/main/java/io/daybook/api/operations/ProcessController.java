package io.daybook.api.operations;

import io.daybook.api.exchange.AnswersWith;
import io.daybook.api.exchange.Commands;
import io.daybook.api.exchange.Parameters;
import io.daybook.api.exchange.Paths;
import io.daybook.api.exchange.QueryParameters;
import io.daybook.api.exchange.Reads;
import io.daybook.api.exchange.StrictJson;
import io.daybook.api.security.Caller;
import io.daybook.domain.process.FindProcess;
import io.daybook.domain.process.ListProcesses;
import io.daybook.domain.process.ProcessControl;
import io.daybook.domain.process.ProcessId;
import io.daybook.domain.process.ProcessKind;
import io.daybook.domain.process.ProcessStatus;
import io.daybook.domain.process.ProcessView;
import io.daybook.domain.projection.ProjectionNames;
import io.daybook.domain.read.Document;
import io.daybook.domain.shared.OrderId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Shows the processes that are under way, and sets stuck ones going again. */
@RestController
@RequestMapping("/api/v1/processes")
@Tag(name = "Operations")
final class ProcessController {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Reads reads;
    private final ProcessControl control;
    private final Commands commands;
    private final StrictJson json;

    ProcessController(Reads reads, ProcessControl control, Commands commands, StrictJson json) {
        this.reads = reads;
        this.control = control;
        this.commands = commands;
        this.json = json;
    }

    @Operation(
            summary =
                    "Lists processes that have not ended, the oldest first;"
                            + " filters: status, kind")
    @QueryParameters({"status", "kind", "limit", "cursor"})
    @AnswersWith(value = ProcessView.class, list = true)
    @GetMapping
    Mono<ResponseEntity<byte[]>> list(ServerWebExchange exchange) {
        ProcessStatus status =
                Parameters.constant(
                        exchange, "status", ProcessStatus::valueOf, "is not a status of a process");
        ProcessKind kind =
                Parameters.constant(
                        exchange, "kind", ProcessKind::valueOf, "is not a kind of a process");
        return Caller.of(exchange)
                .flatMap(caller ->
                        reads.page(
                                exchange,
                                ProjectionNames.ORDERS,
                                new ListProcesses(
                                        caller.tenant(),
                                        status,
                                        kind,
                                        Parameters.pageRequest(exchange))));
    }

    @Operation(summary = "One process, also one that has ended")
    @AnswersWith(ProcessView.class)
    @GetMapping("/{processId}")
    Mono<ResponseEntity<byte[]>> find(@PathVariable String processId, ServerWebExchange exchange) {
        ProcessId id = Paths.id("processId", processId, ProcessId::parse);
        return Caller.of(exchange).flatMap(caller -> found(exchange, caller, id));
    }

    @Operation(
            summary =
                    "Tries a stuck process again now, and answers how it stands; repeating it has"
                            + " one effect")
    @AnswersWith(ProcessView.class)
    @PostMapping("/{processId}/retry")
    Mono<ResponseEntity<byte[]>> retry(@PathVariable String processId, ServerWebExchange exchange) {
        ProcessId id = Paths.id("processId", processId, ProcessId::parse);
        return Caller.of(exchange)
                .flatMap(caller ->
                        commands.body(exchange)
                                .doOnNext(json::readNothing)
                                .flatMap(_ ->
                                        reads.existing(
                                                new FindProcess(caller.tenant(), id), "process"))
                                .flatMap(process ->
                                        Mono.fromFuture(() ->
                                                        control.retry(
                                                                caller.tenant(), orderOf(process)))
                                                .then(
                                                        Mono.defer(() ->
                                                                found(exchange, caller, id)))));
    }

    private static OrderId orderOf(Document process) {
        return new OrderId(JSON.readTree(process.json()).path("orderId").asString());
    }

    private Mono<ResponseEntity<byte[]>> found(
            ServerWebExchange exchange, Caller caller, ProcessId id) {
        return reads.one(
                exchange,
                id.kind() == ProcessKind.SETTLEMENT
                        ? ProjectionNames.RETURNS
                        : ProjectionNames.ORDERS,
                "process",
                new FindProcess(caller.tenant(), id));
    }
}
