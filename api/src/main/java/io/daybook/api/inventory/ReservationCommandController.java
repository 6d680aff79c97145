package io.daybook.api.inventory;

import io.daybook.api.exchange.Answers;
import io.daybook.api.exchange.AnswersWith;
import io.daybook.api.exchange.Checks;
import io.daybook.api.exchange.Commands;
import io.daybook.api.exchange.DryRunnable;
import io.daybook.api.exchange.Paths;
import io.daybook.api.exchange.StrictJson;
import io.daybook.api.exchange.TimeOrderedIds;
import io.daybook.api.security.Caller;
import io.daybook.domain.inventory.CommitReservation;
import io.daybook.domain.inventory.ReleaseReservation;
import io.daybook.domain.inventory.ReserveStock;
import io.daybook.domain.shared.ReservationId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Promises units, and ends promises. */
@DryRunnable
@RestController
@RequestMapping(path = StockCommandController.PATH + "/{sku}/{location}/reservations")
@Tag(name = "Inventory")
final class ReservationCommandController {

    private final StrictJson json;
    private final Commands commands;
    private final Answers answers;
    private final StockCommands stock;
    private final TimeOrderedIds ids;

    ReservationCommandController(
            StrictJson json,
            Commands commands,
            Answers answers,
            StockCommands stock,
            TimeOrderedIds ids) {
        this.json = json;
        this.commands = commands;
        this.answers = answers;
        this.stock = stock;
        this.ids = ids;
    }

    record ReserveRequest(@Nullable Long quantity, @Nullable String reference) {}

    record ReleaseRequest(@Nullable String reason) {}

    record CommitRequest(@Nullable Long quantity) {}

    @Operation(summary = "Promises units to somebody")
    @RequestBody(content = @Content(schema = @Schema(implementation = ReserveRequest.class)))
    @AnswersWith(value = ReservationAnswer.class, status = 201)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> reserve(
            @PathVariable String sku, @PathVariable String location, ServerWebExchange exchange) {
        StockPath path = StockPath.of(sku, location);
        String key = commands.key(exchange);
        return Caller.of(exchange)
                .flatMap(caller ->
                        commands.body(exchange)
                                .flatMap(body -> {
                                    ReservationId id =
                                            ReservationId.of(ids.of(exchange, caller, key));
                                    var request = json.read(body, ReserveRequest.class);
                                    var checks = new Checks();
                                    int quantity =
                                            checks.whole(
                                                    "/quantity",
                                                    request.quantity,
                                                    1,
                                                    StockCommandController.MOST);
                                    String reference =
                                            checks.optionalText(
                                                    "/reference", request.reference, 100);
                                    checks.done();
                                    var command =
                                            new ReserveStock(
                                                    path.item(caller), id, quantity, reference);
                                    return commands.send(exchange, caller, command, body)
                                            .flatMap(outcome -> {
                                                var reservation =
                                                        ReservationAnswer.of(
                                                                id, StockAnswer.of(outcome));
                                                String at =
                                                        StockCommandController.PATH
                                                                + '/'
                                                                + path.sku()
                                                                + '/'
                                                                + path.location()
                                                                + "/reservations/"
                                                                + id;
                                                return stock.represented(
                                                        exchange,
                                                        caller,
                                                        path,
                                                        outcome,
                                                        answers.plain(outcome, reservation, at));
                                            });
                                }));
    }

    @Operation(summary = "Gives what is open of a reservation back to the sellable stock")
    @RequestBody(
            content = @Content(schema = @Schema(implementation = ReleaseRequest.class)),
            required = false)
    @AnswersWith(StockAnswer.class)
    @PostMapping(path = "/{reservationId}/release")
    Mono<ResponseEntity<byte[]>> release(
            @PathVariable String sku,
            @PathVariable String location,
            @PathVariable String reservationId,
            ServerWebExchange exchange) {
        ReservationId id = Paths.id("reservationId", reservationId, ReservationId::new);
        return stock.answered(
                exchange,
                sku,
                location,
                (item, body, checks) -> {
                    var request = json.read(body, ReleaseRequest.class);
                    return new ReleaseReservation(
                            item, id, checks.optionalText("/reason", request.reason, 500));
                });
    }

    @Operation(
            summary =
                    "Takes reserved units off the shelf; all that are open when no quantity is"
                            + " given")
    @RequestBody(
            content = @Content(schema = @Schema(implementation = CommitRequest.class)),
            required = false)
    @AnswersWith(StockAnswer.class)
    @PostMapping(path = "/{reservationId}/commit")
    Mono<ResponseEntity<byte[]>> commit(
            @PathVariable String sku,
            @PathVariable String location,
            @PathVariable String reservationId,
            ServerWebExchange exchange) {
        ReservationId id = Paths.id("reservationId", reservationId, ReservationId::new);
        String commitment = "call-" + ids.next();
        return stock.answered(
                exchange,
                sku,
                location,
                (item, body, checks) -> {
                    var request = json.read(body, CommitRequest.class);
                    Integer quantity =
                            checks.optionalWhole(
                                    "/quantity", request.quantity, 1, StockCommandController.MOST);
                    return new CommitReservation(item, id, quantity, commitment);
                });
    }
}
