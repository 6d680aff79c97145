package io.daybook.api.order;

import io.daybook.api.exchange.Answers;
import io.daybook.api.exchange.Commands;
import io.daybook.api.exchange.Outcome;
import io.daybook.api.exchange.TimeOrderedIds;
import io.daybook.api.security.Caller;
import io.daybook.domain.order.OrderCommand;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** From a request to a command on an order, and back. */
@Component
final class OrderCommands {

    private final Commands commands;
    private final Answers answers;
    private final SettledOrders settled;
    private final TimeOrderedIds ids;

    OrderCommands(Commands commands, Answers answers, SettledOrders settled, TimeOrderedIds ids) {
        this.commands = commands;
        this.answers = answers;
        this.settled = settled;
        this.ids = ids;
    }

    /** What a body asks for. */
    @FunctionalInterface
    interface Parsed {
        OrderCommand command(byte[] body);
    }

    /** What a body asks for that makes something new, whose id is given. */
    @FunctionalInterface
    interface Creating {
        OrderCommand command(UUID id, Caller caller, byte[] body);
    }

    Mono<ResponseEntity<byte[]>> answered(ServerWebExchange exchange, Parsed parsed) {
        return answered(exchange, _ -> null, parsed);
    }

    /**
     * @param location of what was created; {@code null} when nothing was
     */
    Mono<ResponseEntity<byte[]>> answered(
            ServerWebExchange exchange,
            Function<OrderAnswer, @Nullable String> location,
            Parsed parsed) {
        return Caller.of(exchange)
                .flatMap(caller ->
                        commands.body(exchange)
                                .flatMap(body ->
                                        commands.send(exchange, caller, parsed.command(body), body))
                                .flatMap(outcome -> {
                                    OrderAnswer answer = OrderAnswer.of(outcome);
                                    return answer(
                                            exchange,
                                            caller,
                                            outcome,
                                            answer,
                                            location.apply(answer));
                                }));
    }

    /**
     * For a part of an order; its id is the same for a repeated request.
     *
     * @param location of what was created; {@code null} when nothing can be found under its id
     */
    Mono<ResponseEntity<byte[]>> created(
            ServerWebExchange exchange,
            Creating creating,
            BiFunction<UUID, Outcome, Object> answer,
            Function<UUID, @Nullable String> location) {
        return Caller.of(exchange)
                .flatMap(caller -> {
                    UUID id = ids.of(exchange, caller, commands.key(exchange));
                    return commands.body(exchange)
                            .flatMap(body ->
                                    commands.send(
                                            exchange,
                                            caller,
                                            creating.command(id, caller, body),
                                            body))
                            .flatMap(outcome ->
                                    answer(
                                            exchange,
                                            caller,
                                            outcome,
                                            answer.apply(id, outcome),
                                            location.apply(id)));
                });
    }

    private Mono<ResponseEntity<byte[]>> answer(
            ServerWebExchange exchange,
            Caller caller,
            Outcome outcome,
            Object body,
            @Nullable String location) {
        return settled.answer(
                exchange,
                caller,
                outcome,
                answers.plain(outcome, body, location),
                OrderAnswer.of(outcome));
    }
}
