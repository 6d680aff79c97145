package io.daybook.api.inventory;

import io.daybook.api.exchange.Answers;
import io.daybook.api.exchange.Checks;
import io.daybook.api.exchange.Commands;
import io.daybook.api.exchange.Outcome;
import io.daybook.api.exchange.Representations;
import io.daybook.api.security.Caller;
import io.daybook.domain.inventory.FindStockItem;
import io.daybook.domain.inventory.StockCommand;
import io.daybook.domain.projection.ProjectionNames;
import io.daybook.domain.shared.StockItemId;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What all commands on stock items have in common between the request and the answer. */
@Component
final class StockCommands {

    private final Commands commands;
    private final Answers answers;
    private final Representations representations;

    StockCommands(Commands commands, Answers answers, Representations representations) {
        this.commands = commands;
        this.answers = answers;
        this.representations = representations;
    }

    /** Reads the command out of the body; what is wrong with it goes to the checks. */
    interface Parsed {
        StockCommand command(StockItemId item, byte[] body, Checks checks);
    }

    /** Sends the command and answers with the state of the item. */
    Mono<ResponseEntity<byte[]>> answered(
            ServerWebExchange exchange, String sku, String location, Parsed parsed) {
        StockPath path = StockPath.of(sku, location);
        return Caller.of(exchange)
                .flatMap(caller ->
                        sent(exchange, caller, path, parsed)
                                .flatMap(outcome ->
                                        represented(
                                                exchange,
                                                caller,
                                                path,
                                                outcome,
                                                answers.plain(
                                                        outcome, StockAnswer.of(outcome), null))));
    }

    /**
     * As {@link #answered}, for a part of the item that the command creates.
     *
     * @param answer the body of the answer
     * @param at where the part is that an answer tells of, below the item
     */
    <A> Mono<ResponseEntity<byte[]>> created(
            ServerWebExchange exchange,
            Caller caller,
            StockPath path,
            Parsed parsed,
            Function<Outcome, A> answer,
            Function<A, String> at) {
        String here = StockCommandController.PATH + '/' + path.sku() + '/' + path.location();
        return sent(exchange, caller, path, parsed)
                .flatMap(outcome -> {
                    A body = answer.apply(outcome);
                    return represented(
                            exchange,
                            caller,
                            path,
                            outcome,
                            answers.plain(outcome, body, here + at.apply(body)));
                });
    }

    private Mono<Outcome> sent(
            ServerWebExchange exchange, Caller caller, StockPath path, Parsed parsed) {
        return commands.body(exchange)
                .flatMap(body -> {
                    var checks = new Checks();
                    StockCommand command = parsed.command(path.item(caller), body, checks);
                    checks.done();
                    return commands.send(exchange, caller, command, body);
                });
    }

    /** The plain answer, or the whole item when the caller prefers that. */
    private Mono<ResponseEntity<byte[]>> represented(
            ServerWebExchange exchange,
            Caller caller,
            StockPath path,
            Outcome outcome,
            ResponseEntity<byte[]> plain) {
        return representations.answer(
                exchange,
                caller,
                outcome,
                plain,
                ProjectionNames.STOCK,
                new FindStockItem(path.item(caller)));
    }
}
