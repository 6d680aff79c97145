package io.daybook.api.operations;

import io.daybook.api.exchange.AnswersWith;
import io.daybook.api.exchange.Checks;
import io.daybook.api.exchange.Commands;
import io.daybook.api.exchange.Parameters;
import io.daybook.api.exchange.QueryParameters;
import io.daybook.api.exchange.Reads;
import io.daybook.api.exchange.StrictJson;
import io.daybook.api.problem.ProblemException;
import io.daybook.api.security.Caller;
import io.daybook.domain.process.DeadLetterControl;
import io.daybook.domain.process.DeadLetterStatus;
import io.daybook.domain.process.DeadLetterView;
import io.daybook.domain.process.DiscardControl;
import io.daybook.domain.process.FindDeadLetter;
import io.daybook.domain.process.ListDeadLetters;
import io.daybook.domain.projection.ProjectionNames;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shows the events that a reaction or a projection could not work through, and ends their waiting.
 */
@RestController
@RequestMapping("/api/v1/dead-letters")
@Tag(name = "Operations")
final class DeadLetterController {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Reads reads;
    private final List<DeadLetterControl> controls;
    private final DiscardControl discards;
    private final Commands commands;
    private final StrictJson json;

    DeadLetterController(
            Reads reads,
            List<DeadLetterControl> controls,
            DiscardControl discards,
            Commands commands,
            StrictJson json) {
        this.reads = reads;
        this.controls = controls;
        this.discards = discards;
        this.commands = commands;
        this.json = json;
    }

    /**
     * Why an event is given up.
     *
     * @param reason for whoever looks for its effect later
     */
    record DiscardRequest(@Nullable String reason) {}

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

    @Operation(
            summary =
                    "Tries a parked event and those that wait with it again now, and answers what"
                            + " became of it; repeating it has one effect")
    @AnswersWith(DeadLetterView.class)
    @PostMapping("/{deadLetterId}/retry")
    Mono<DeadLetterView> retry(@PathVariable String deadLetterId, ServerWebExchange exchange) {
        commands.key(exchange); // checked; what a repetition answers does not depend on it
        return Caller.of(exchange)
                .flatMap(caller ->
                        commands.body(exchange)
                                .doOnNext(json::readNothing)
                                .flatMap(_ -> existing(caller, deadLetterId))
                                .flatMap(letter ->
                                        retried(letter)
                                                .then(Mono.defer(() -> find(caller, deadLetterId)))
                                                .defaultIfEmpty(
                                                        letter.with(DeadLetterStatus.DONE))));
    }

    private Mono<Void> retried(DeadLetterView letter) {
        if (letter.status() == DeadLetterStatus.DISCARDED) {
            return Mono.empty();
        }
        return Mono.fromFuture(() ->
                controls.stream()
                        .filter(control -> control.keeps(letter.group()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(letter.group()))
                        .retry(letter.group(), letter.sequence()));
    }

    @Operation(
            summary =
                    "Gives up the first parked event of an order's reactions: it is not tried again,"
                            + " what of it took effect before stays, and those behind it go on;"
                            + " who and why is kept; repeating it has one effect")
    @AnswersWith(DeadLetterView.class)
    @PostMapping("/{deadLetterId}/discard")
    Mono<DeadLetterView> discard(@PathVariable String deadLetterId, ServerWebExchange exchange) {
        commands.key(exchange); // checked; what a repetition answers does not depend on it
        return Caller.of(exchange)
                .flatMap(caller ->
                        commands.body(exchange)
                                .map(this::reason)
                                .flatMap(reason ->
                                        existing(caller, deadLetterId)
                                                .flatMap(letter ->
                                                        discarded(caller, letter, reason))));
    }

    private String reason(byte[] body) {
        var checks = new Checks();
        String reason = checks.text("/reason", json.read(body, DiscardRequest.class).reason(), 500);
        checks.done();
        return reason;
    }

    private Mono<DeadLetterView> discarded(Caller caller, DeadLetterView letter, String reason) {
        if (letter.status() == DeadLetterStatus.DISCARDED) {
            return Mono.just(letter);
        }
        if (!discards.mayDiscard(letter.group())) {
            return Mono.error(
                    ProblemException.of(
                            HttpStatus.CONFLICT,
                            "dead-letter-needed",
                            "A read model cannot leave an event out: retry it when the cause is"
                                    + " mended, or rebuild the projection."));
        }
        return Mono.fromFuture(() ->
                        discards.discard(
                                caller.tenant(), letter.deadLetterId(), caller.actor(), reason))
                .map(done -> {
                    if (!done) {
                        throw ProblemException.of(
                                HttpStatus.CONFLICT,
                                "dead-letter-busy",
                                "The event waits behind another one of its sequence, or is being"
                                        + " tried at this moment.");
                    }
                    return letter.with(DeadLetterStatus.DISCARDED);
                });
    }

    private Mono<DeadLetterView> existing(Caller caller, String id) {
        return find(caller, id)
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("dead letter")));
    }

    private Mono<DeadLetterView> find(Caller caller, String id) {
        return reads.find(new FindDeadLetter(caller.tenant(), id))
                .map(document -> JSON.readValue(document.json(), DeadLetterView.class));
    }
}
