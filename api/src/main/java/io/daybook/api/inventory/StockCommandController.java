package io.daybook.api.inventory;

import io.daybook.api.exchange.Answers;
import io.daybook.api.exchange.AnswersWith;
import io.daybook.api.exchange.Checks;
import io.daybook.api.exchange.Commands;
import io.daybook.api.exchange.Outcome;
import io.daybook.api.exchange.Paths;
import io.daybook.api.exchange.Representations;
import io.daybook.api.exchange.StrictJson;
import io.daybook.api.exchange.TimeOrderedIds;
import io.daybook.api.security.Caller;
import io.daybook.domain.inventory.AdjustStock;
import io.daybook.domain.inventory.CommitReservation;
import io.daybook.domain.inventory.CountStock;
import io.daybook.domain.inventory.FindStockItem;
import io.daybook.domain.inventory.ReceiveStock;
import io.daybook.domain.inventory.ReleaseReservation;
import io.daybook.domain.inventory.ReserveStock;
import io.daybook.domain.inventory.SetReorderPolicy;
import io.daybook.domain.inventory.StockCommand;
import io.daybook.domain.projection.ProjectionNames;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.StockItemId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Changes stock items: every change is one typed movement. */
@RestController
@RequestMapping(path = StockCommandController.PATH + "/{sku}/{location}")
@Tag(name = "Inventory")
final class StockCommandController {

    static final String PATH = "/api/v1/inventory";

    private static final long MOST = 1_000_000_000L;

    private final StrictJson json;
    private final Commands commands;
    private final Answers answers;
    private final Representations representations;
    private final TimeOrderedIds ids;

    StockCommandController(
            StrictJson json,
            Commands commands,
            Answers answers,
            Representations representations,
            TimeOrderedIds ids) {
        this.json = json;
        this.commands = commands;
        this.answers = answers;
        this.representations = representations;
        this.ids = ids;
    }

    record ReceiveRequest(@Nullable Long quantity, @Nullable String reference) {}

    record AdjustRequest(@Nullable Long delta, @Nullable String reason) {}

    record CountRequest(@Nullable Long counted, @Nullable Long expected, @Nullable String reason) {}

    record PolicyRequest(
            @Nullable Long reorderPoint,
            @Nullable Long safetyStock,
            @Nullable Long backorderLimit) {}

    record ReserveRequest(@Nullable Long quantity, @Nullable String reference) {}

    record ReleaseRequest(@Nullable String reason) {}

    record CommitRequest(@Nullable Long quantity) {}

    @Operation(summary = "Books goods in; registers the item on first use")
    @RequestBody(content = @Content(schema = @Schema(implementation = ReceiveRequest.class)))
    @AnswersWith(StockAnswer.class)
    @PostMapping(path = "/receive", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> receive(
            @PathVariable String sku, @PathVariable String location, ServerWebExchange exchange) {
        return answered(
                exchange,
                sku,
                location,
                (item, body, checks) -> {
                    var request = json.read(body, ReceiveRequest.class);
                    return new ReceiveStock(
                            item,
                            checks.whole("/quantity", request.quantity, 1, MOST),
                            checks.optionalText("/reference", request.reference, 100));
                });
    }

    @Operation(summary = "Corrects the quantity on hand by a difference")
    @RequestBody(content = @Content(schema = @Schema(implementation = AdjustRequest.class)))
    @AnswersWith(StockAnswer.class)
    @PostMapping(path = "/adjust", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> adjust(
            @PathVariable String sku, @PathVariable String location, ServerWebExchange exchange) {
        return answered(
                exchange,
                sku,
                location,
                (item, body, checks) -> {
                    var request = json.read(body, AdjustRequest.class);
                    int delta = checks.whole("/delta", request.delta, -MOST, MOST);
                    if (delta == 0) {
                        checks.wrong("/delta", "must not be 0");
                    }
                    return new AdjustStock(
                            item, delta, checks.text("/reason", request.reason, 500));
                });
    }

    @Operation(summary = "Sets the quantity on hand to what was counted")
    @RequestBody(content = @Content(schema = @Schema(implementation = CountRequest.class)))
    @AnswersWith(StockAnswer.class)
    @PostMapping(path = "/count", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> count(
            @PathVariable String sku, @PathVariable String location, ServerWebExchange exchange) {
        return answered(
                exchange,
                sku,
                location,
                (item, body, checks) -> {
                    var request = json.read(body, CountRequest.class);
                    return new CountStock(
                            item,
                            checks.whole("/counted", request.counted, 0, MOST),
                            checks.optionalWhole("/expected", request.expected, 0, MOST),
                            checks.text("/reason", request.reason, 500));
                });
    }

    @Operation(summary = "Changes the limits of the item; what is left out stays as it is")
    @RequestBody(content = @Content(schema = @Schema(implementation = PolicyRequest.class)))
    @AnswersWith(StockAnswer.class)
    @PostMapping(path = "/policy", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> policy(
            @PathVariable String sku, @PathVariable String location, ServerWebExchange exchange) {
        return answered(
                exchange,
                sku,
                location,
                (item, body, checks) -> {
                    var request = json.read(body, PolicyRequest.class);
                    return new SetReorderPolicy(
                            item,
                            checks.optionalWhole("/reorderPoint", request.reorderPoint, 0, MOST),
                            checks.optionalWhole("/safetyStock", request.safetyStock, 0, MOST),
                            checks.optionalWhole(
                                    "/backorderLimit", request.backorderLimit, 0, MOST));
                });
    }

    @Operation(summary = "Promises units to somebody")
    @RequestBody(content = @Content(schema = @Schema(implementation = ReserveRequest.class)))
    @AnswersWith(value = ReservationAnswer.class, status = 201)
    @PostMapping(path = "/reservations", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> reserve(
            @PathVariable String sku, @PathVariable String location, ServerWebExchange exchange) {
        StockPath path = StockPath.of(sku, location);
        String key = commands.key(exchange);
        return Caller.of(exchange)
                .flatMap(caller ->
                        commands.body(exchange)
                                .flatMap(body -> {
                                    // A retry with the same key must name the same reservation.
                                    String scope =
                                            caller.tenant()
                                                    + "\n"
                                                    + Commands.route(exchange)
                                                    + '\n'
                                                    + key;
                                    UUID uuid = key == null ? ids.next() : TimeOrderedIds.of(scope);
                                    ReservationId id = ReservationId.of(uuid);
                                    var request = json.read(body, ReserveRequest.class);
                                    var checks = new Checks();
                                    int quantity =
                                            checks.whole("/quantity", request.quantity, 1, MOST);
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
                                                        PATH
                                                                + '/'
                                                                + path.sku()
                                                                + '/'
                                                                + path.location()
                                                                + "/reservations/"
                                                                + id;
                                                return represented(
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
    @PostMapping(path = "/reservations/{reservationId}/release")
    Mono<ResponseEntity<byte[]>> release(
            @PathVariable String sku,
            @PathVariable String location,
            @PathVariable String reservationId,
            ServerWebExchange exchange) {
        ReservationId id = Paths.id("reservationId", reservationId, ReservationId::new);
        return answered(
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
                    "Takes reserved units off the shelf; all that are open when no quantity is given")
    @RequestBody(
            content = @Content(schema = @Schema(implementation = CommitRequest.class)),
            required = false)
    @AnswersWith(StockAnswer.class)
    @PostMapping(path = "/reservations/{reservationId}/commit")
    Mono<ResponseEntity<byte[]>> commit(
            @PathVariable String sku,
            @PathVariable String location,
            @PathVariable String reservationId,
            ServerWebExchange exchange) {
        ReservationId id = Paths.id("reservationId", reservationId, ReservationId::new);
        String commitment = "call-" + ids.next();
        return answered(
                exchange,
                sku,
                location,
                (item, body, checks) -> {
                    var request = json.read(body, CommitRequest.class);
                    Integer quantity = checks.optionalWhole("/quantity", request.quantity, 1, MOST);
                    return new CommitReservation(item, id, quantity, commitment);
                });
    }

    private interface Parsed {
        StockCommand command(StockItemId item, byte[] body, Checks checks);
    }

    private Mono<ResponseEntity<byte[]>> answered(
            ServerWebExchange exchange, String sku, String location, Parsed parsed) {
        StockPath path = StockPath.of(sku, location);
        return Caller.of(exchange)
                .flatMap(caller ->
                        commands.body(exchange)
                                .flatMap(body -> {
                                    var checks = new Checks();
                                    StockCommand command =
                                            parsed.command(path.item(caller), body, checks);
                                    checks.done();
                                    return commands.send(exchange, caller, command, body);
                                })
                                .flatMap(outcome ->
                                        represented(
                                                exchange,
                                                caller,
                                                path,
                                                outcome,
                                                answers.plain(
                                                        outcome, StockAnswer.of(outcome), null))));
    }

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
