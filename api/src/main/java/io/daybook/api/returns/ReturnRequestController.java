package io.daybook.api.returns;

import io.daybook.api.exchange.Answers;
import io.daybook.api.exchange.AnswersWith;
import io.daybook.api.exchange.Commands;
import io.daybook.api.exchange.DryRunnable;
import io.daybook.api.exchange.Outcome;
import io.daybook.api.exchange.Reads;
import io.daybook.api.exchange.Representations;
import io.daybook.api.exchange.StrictJson;
import io.daybook.api.exchange.TimeOrderedIds;
import io.daybook.api.problem.ProblemException;
import io.daybook.api.problem.RejectionProblems;
import io.daybook.api.security.Caller;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.order.FindOrderAt;
import io.daybook.domain.order.OpenReturn;
import io.daybook.domain.order.OrderView;
import io.daybook.domain.order.ReturnOpened;
import io.daybook.domain.order.ReturnOpenedReceipt;
import io.daybook.domain.projection.ProjectionNames;
import io.daybook.domain.read.Moment;
import io.daybook.domain.returns.FindReturn;
import io.daybook.domain.returns.RequestReturn;
import io.daybook.domain.returns.ReturnReceipt;
import io.daybook.domain.returns.ReturnStatus;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.ReturnId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Currency;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks for returns. The order sets the units aside first, so that nobody else can return them; then
 * the return itself begins. Should the second step be interrupted, a reaction to the first takes
 * it.
 */
@DryRunnable
@RestController
@RequestMapping(path = ReturnCommandController.PATH)
@Tag(name = "Returns")
final class ReturnRequestController {

    private static final JsonMapper DOCUMENTS = JsonMapper.builder().build();

    private final StrictJson json;
    private final Commands commands;
    private final Answers answers;
    private final Reads reads;
    private final Representations representations;
    private final TimeOrderedIds ids;
    private final ReturnTimes times;
    private final Location defaultLocation;

    ReturnRequestController(
            StrictJson json,
            Commands commands,
            Answers answers,
            Reads reads,
            Representations representations,
            TimeOrderedIds ids,
            ReturnTimes times,
            @Value("${daybook.inventory.default-location:main}") String defaultLocation) {
        this.json = json;
        this.commands = commands;
        this.answers = answers;
        this.reads = reads;
        this.representations = representations;
        this.ids = ids;
        this.times = times;
        this.defaultLocation = new Location(defaultLocation);
    }

    @Operation(summary = "Asks for a return, an exchange or a claim of units that were shipped")
    @RequestBody(content = @Content(schema = @Schema(implementation = RequestReturnRequest.class)))
    @AnswersWith(value = ReturnAnswer.class, status = 201)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> request(ServerWebExchange exchange) {
        return Caller.of(exchange)
                .flatMap(caller ->
                        commands.body(exchange).flatMap(body -> request(exchange, caller, body)));
    }

    private Mono<ResponseEntity<byte[]>> request(
            ServerWebExchange exchange, Caller caller, byte[] body) {
        var request = json.read(body, RequestReturnRequest.class);
        ReturnId id = ReturnId.of(ids.of(exchange, caller, commands.key(exchange)));
        return reads.existing(
                        new FindOrderAt(caller.tenant(), request.order(), Moment.NEWEST), "order")
                .map(order -> DOCUMENTS.readValue(order.json(), OrderView.class))
                .flatMap(order -> inTime(exchange, caller, order, command(request, id, order)))
                .flatMap(command -> commands.send(exchange, caller, command, body))
                .flatMap(opened -> begin(exchange, caller, opened))
                .flatMap(outcome -> answer(exchange, caller, outcome));
    }

    private OpenReturn command(RequestReturnRequest request, ReturnId id, OrderView order) {
        return request.command(
                id, Currency.getInstance(order.currency()), defaultLocation, times.now());
    }

    /** A repeated request gets its first answer, however late it is by now. */
    private Mono<OpenReturn> inTime(
            ServerWebExchange exchange, Caller caller, OrderView order, OpenReturn command) {
        var refusal =
                times.window()
                        .refusal(order, command.kind(), command.lines(), command.requestedAt());
        if (refusal.isEmpty()) {
            return Mono.just(command);
        }
        ProblemException problem =
                RejectionProblems.problem(
                        new CommandResult.Refused(refusal.get(), order.version(), List.of()));
        return answers.knowsKey(exchange, caller)
                .flatMap(known -> known ? Mono.just(command) : Mono.error(problem));
    }

    private Mono<Outcome> begin(ServerWebExchange exchange, Caller caller, Outcome opened) {
        ReturnOpened event = ((ReturnOpenedReceipt) opened.receipt()).opened();
        return commands.sendAlso(
                        exchange,
                        caller,
                        RequestReturn.of(
                                event.returnId(),
                                event.orderId(),
                                event.kind(),
                                event.lines(),
                                event.termsOrNone(),
                                event.requestedAt()))
                .flatMap(requested ->
                        beginning(caller, requested)
                                .map(position -> begun(opened, requested, position)));
    }

    /** The reaction may have been faster: then its event is what the caller waits for. */
    private Mono<Long> beginning(Caller caller, Outcome requested) {
        ReturnId id = ((ReturnReceipt) requested.receipt()).returnId();
        return requested.position() > 0
                ? Mono.just(requested.position())
                : reads.beginning(caller.tenant(), "return", id.value());
    }

    /** Whatever became of the return since: the answer tells how it began, each time the same. */
    private static Outcome begun(Outcome opened, Outcome requested, long position) {
        var receipt = (ReturnReceipt) requested.receipt();
        var first =
                new ReturnReceipt(receipt.returnId(), receipt.rmaNumber(), ReturnStatus.REQUESTED);
        return new Outcome(
                new CommandResult.Accepted(first, 1),
                Math.max(opened.position(), position),
                opened.replayed(),
                opened.stored());
    }

    private Mono<ResponseEntity<byte[]>> answer(
            ServerWebExchange exchange, Caller caller, Outcome outcome) {
        ReturnAnswer answer = ReturnAnswer.of(outcome);
        return representations.answer(
                exchange,
                caller,
                outcome,
                answers.plain(
                        outcome, answer, ReturnCommandController.PATH + '/' + answer.returnId()),
                ProjectionNames.RETURNS,
                new FindReturn(caller.tenant(), new ReturnId(answer.returnId())));
    }
}
