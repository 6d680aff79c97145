package io.daybook.api.payment;

import io.daybook.api.exchange.Answers;
import io.daybook.api.exchange.AnswersWith;
import io.daybook.api.exchange.Commands;
import io.daybook.api.problem.ProblemException;
import io.daybook.api.problem.RejectionProblems;
import io.daybook.api.security.Caller;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.payment.CallbackRejection;
import io.daybook.domain.payment.ProviderCallback;
import io.daybook.domain.payment.ProviderCallbacks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Takes the provider's callbacks. Its signature is what the provider has in place of a token; a
 * callback is acknowledged when what it says is stored, and the provider repeats it until then.
 */
@RestController
@Tag(name = "Payments")
final class ProviderEventController {

    private final ProviderCallbacks callbacks;
    private final Commands commands;
    private final Answers answers;

    ProviderEventController(ProviderCallbacks callbacks, Commands commands, Answers answers) {
        this.callbacks = callbacks;
        this.commands = commands;
        this.answers = answers;
    }

    @Operation(
            summary =
                    "The provider's callbacks, signed; each counts once, in whatever order they come")
    @SecurityRequirements
    @AnswersWith(ProviderEventAnswer.class)
    @PostMapping(
            path = PaymentCommandController.PATH + "/provider-events",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> receive(ServerWebExchange exchange) {
        Commands.needsNoKey(exchange);
        String signature = exchange.getRequest().getHeaders().getFirst(callbacks.signatureHeader());
        return commands.body(exchange)
                .flatMap(body ->
                        // Reading may ask the provider, which blocks.
                        Mono.fromCallable(() -> callbacks.read(signature, body))
                                .subscribeOn(Schedulers.boundedElastic())
                                .flatMap(callback ->
                                        answer(exchange, callbacks.provider(), callback, body)));
    }

    private Mono<ResponseEntity<byte[]>> answer(
            ServerWebExchange exchange, String provider, ProviderCallback callback, byte[] body) {
        return switch (callback) {
            case ProviderCallback.Refused(var rejection) -> Mono.error(refused(rejection));
            case ProviderCallback.Irrelevant(var eventId, var _) ->
                    Mono.just(ignored(new ProviderEventAnswer(eventId, "ignored", null)));
            case ProviderCallback.Report(var tenant, var command) ->
                    commands.send(
                                    exchange,
                                    new Caller(tenant, "provider:" + provider),
                                    command,
                                    body)
                            .map(outcome ->
                                    answers.plain(
                                            outcome,
                                            new ProviderEventAnswer(
                                                    command.providerEventId(),
                                                    "recorded",
                                                    command.paymentId().value()),
                                            null));
        };
    }

    private ResponseEntity<byte[]> ignored(ProviderEventAnswer answer) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(answers.write(answer).getBytes(StandardCharsets.UTF_8));
    }

    private static ProblemException refused(CallbackRejection rejection) {
        return RejectionProblems.problem(new CommandResult.Refused(rejection, 0, List.of()));
    }
}
