package io.daybook.api.returns;

import io.daybook.api.exchange.Answers;
import io.daybook.api.exchange.AnswersWith;
import io.daybook.api.exchange.Checks;
import io.daybook.api.exchange.Commands;
import io.daybook.api.exchange.DryRunnable;
import io.daybook.api.exchange.Outcome;
import io.daybook.api.exchange.Paths;
import io.daybook.api.exchange.Reads;
import io.daybook.api.exchange.Representations;
import io.daybook.api.exchange.StrictJson;
import io.daybook.api.exchange.TimeOrderedIds;
import io.daybook.api.security.Caller;
import io.daybook.domain.projection.ProjectionNames;
import io.daybook.domain.read.Moment;
import io.daybook.domain.returns.ApproveReturn;
import io.daybook.domain.returns.CancelReturn;
import io.daybook.domain.returns.CloseReturn;
import io.daybook.domain.returns.DeclineReturn;
import io.daybook.domain.returns.FindReturn;
import io.daybook.domain.returns.FindReturnAt;
import io.daybook.domain.returns.ReturnCommand;
import io.daybook.domain.returns.SettleReturn;
import io.daybook.domain.shared.ReturnId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Leads returns through; the settlement runs by itself. */
@DryRunnable
@RestController
@RequestMapping(path = ReturnCommandController.PATH)
@Tag(name = "Returns")
final class ReturnCommandController {

    static final String PATH = "/api/v1/returns";

    private static final JsonMapper DOCUMENTS = JsonMapper.builder().build();

    private final StrictJson json;
    private final Commands commands;
    private final Answers answers;
    private final Reads reads;
    private final Representations representations;
    private final TimeOrderedIds ids;
    private final ReturnTimes times;

    ReturnCommandController(
            StrictJson json,
            Commands commands,
            Answers answers,
            Reads reads,
            Representations representations,
            TimeOrderedIds ids,
            ReturnTimes times) {
        this.json = json;
        this.commands = commands;
        this.answers = answers;
        this.reads = reads;
        this.representations = representations;
        this.ids = ids;
        this.times = times;
    }

    record ApproveRequest(
            @Nullable String restockingFee,
            @Nullable String returnShippingFee,
            @Nullable String expiresAt) {}

    record ReasonRequest(@Nullable String reason) {}

    record SettleRequest(@Nullable String refundTo) {}

    @Operation(
            summary =
                    "Agrees to a return, with fees; an exchange is ordered and a claim is paid by"
                            + " itself")
    @RequestBody(
            content = @Content(schema = @Schema(implementation = ApproveRequest.class)),
            required = false)
    @AnswersWith(ReturnAnswer.class)
    @PostMapping(path = "/{returnId}/approve")
    Mono<ResponseEntity<byte[]>> approve(
            @PathVariable String returnId, ServerWebExchange exchange) {
        ReturnId id = id(returnId);
        // Amounts come without a currency: the return's own governs, as the newest event has it.
        return Caller.of(exchange)
                .flatMap(caller ->
                        reads.existing(
                                new FindReturnAt(caller.tenant(), id, Moment.NEWEST), "return"))
                .map(found -> DOCUMENTS.readTree(found.json()).path("currency").asString())
                .map(Currency::getInstance)
                .flatMap(currency -> answered(exchange, (body, _) -> approve(id, currency, body)));
    }

    @Operation(summary = "Refuses a return; its units can be returned again")
    @RequestBody(content = @Content(schema = @Schema(implementation = ReasonRequest.class)))
    @AnswersWith(ReturnAnswer.class)
    @PostMapping(path = "/{returnId}/decline", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> decline(
            @PathVariable String returnId, ServerWebExchange exchange) {
        ReturnId id = id(returnId);
        return answered(exchange, (body, _) -> new DeclineReturn(id, reason(body)));
    }

    @Operation(summary = "Records a parcel; what was not announced is put on record as unexpected")
    @RequestBody(content = @Content(schema = @Schema(implementation = ReceiveRequest.class)))
    @AnswersWith(ReturnAnswer.class)
    @PostMapping(path = "/{returnId}/receive", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> receive(
            @PathVariable String returnId, ServerWebExchange exchange) {
        ReturnId id = id(returnId);
        return answered(
                exchange, (body, name) -> json.read(body, ReceiveRequest.class).command(id, name));
    }

    @Operation(
            summary = "Decides what becomes of units; refunds and restocking follow by themselves")
    @RequestBody(content = @Content(schema = @Schema(implementation = InspectRequest.class)))
    @AnswersWith(ReturnAnswer.class)
    @PostMapping(path = "/{returnId}/inspect", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> inspect(
            @PathVariable String returnId, ServerWebExchange exchange) {
        ReturnId id = id(returnId);
        return answered(
                exchange, (body, name) -> json.read(body, InspectRequest.class).command(id, name));
    }

    @Operation(summary = "Has another go at what could not be paid back, perhaps in another way")
    @RequestBody(
            content = @Content(schema = @Schema(implementation = SettleRequest.class)),
            required = false)
    @AnswersWith(ReturnAnswer.class)
    @PostMapping(path = "/{returnId}/settle")
    Mono<ResponseEntity<byte[]>> settle(@PathVariable String returnId, ServerWebExchange exchange) {
        ReturnId id = id(returnId);
        return answered(
                exchange,
                (body, _) -> {
                    String refundTo = json.read(body, SettleRequest.class).refundTo;
                    var checks = new Checks();
                    var to =
                            refundTo == null
                                    ? null
                                    : RequestReturnRequest.refundTo(checks, refundTo);
                    checks.done();
                    return new SettleReturn(id, to);
                });
    }

    @Operation(summary = "Calls a return off, before anything was judged or paid")
    @RequestBody(content = @Content(schema = @Schema(implementation = ReasonRequest.class)))
    @AnswersWith(ReturnAnswer.class)
    @PostMapping(path = "/{returnId}/cancel", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> cancel(@PathVariable String returnId, ServerWebExchange exchange) {
        ReturnId id = id(returnId);
        return answered(exchange, (body, _) -> new CancelReturn(id, reason(body)));
    }

    @Operation(summary = "Ends a return that is settled, or waits for nothing but missing units")
    @AnswersWith(ReturnAnswer.class)
    @PostMapping(path = "/{returnId}/close")
    Mono<ResponseEntity<byte[]>> close(@PathVariable String returnId, ServerWebExchange exchange) {
        ReturnId id = id(returnId);
        return answered(
                exchange,
                (body, _) -> {
                    json.readNothing(body);
                    return new CloseReturn(id);
                });
    }

    private interface Parsed {
        /**
         * @param name for what has no name of its own; the same for a repeated request
         */
        ReturnCommand command(byte[] body, String name);
    }

    private Mono<ResponseEntity<byte[]>> answered(ServerWebExchange exchange, Parsed parsed) {
        return Caller.of(exchange)
                .flatMap(caller -> {
                    String name = ids.of(exchange, caller, commands.key(exchange)).toString();
                    return commands.body(exchange)
                            .flatMap(body ->
                                    commands.send(
                                            exchange, caller, parsed.command(body, name), body))
                            .flatMap(outcome -> answer(exchange, caller, outcome));
                });
    }

    private Mono<ResponseEntity<byte[]>> answer(
            ServerWebExchange exchange, Caller caller, Outcome outcome) {
        ReturnAnswer answer = ReturnAnswer.of(outcome);
        return representations.answer(
                exchange,
                caller,
                outcome,
                answers.plain(outcome, answer, null),
                ProjectionNames.RETURNS,
                new FindReturn(caller.tenant(), new ReturnId(answer.returnId())));
    }

    private ApproveReturn approve(ReturnId id, Currency currency, byte[] body) {
        var request = json.read(body, ApproveRequest.class);
        var checks = new Checks();
        var restocking = checks.amountOrZero("/restockingFee", request.restockingFee, currency);
        var shipping =
                checks.amountOrZero("/returnShippingFee", request.returnShippingFee, currency);
        Instant expiresAt =
                checks.optional("/expiresAt", request.expiresAt, ReturnCommandController::instant);
        checks.done();
        return new ApproveReturn(
                id,
                restocking,
                shipping,
                Objects.requireNonNullElseGet(expiresAt, times::deadline));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "must be an instant, for example 2026-01-31T12:00:00Z", e);
        }
    }

    private String reason(byte[] body) {
        var checks = new Checks();
        String reason = checks.text("/reason", json.read(body, ReasonRequest.class).reason, 500);
        checks.done();
        return reason;
    }

    private static ReturnId id(String text) {
        return Paths.id("returnId", text, ReturnId::new);
    }
}
