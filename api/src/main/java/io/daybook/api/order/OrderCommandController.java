package io.daybook.api.order;

import io.daybook.api.exchange.Answers;
import io.daybook.api.exchange.AnswersWith;
import io.daybook.api.exchange.Checks;
import io.daybook.api.exchange.Commands;
import io.daybook.api.exchange.Paths;
import io.daybook.api.exchange.StrictJson;
import io.daybook.api.exchange.TimeOrderedIds;
import io.daybook.api.security.Caller;
import io.daybook.domain.order.CancelOrder;
import io.daybook.domain.order.LineQuantity;
import io.daybook.domain.order.OrderCommand;
import io.daybook.domain.order.RecordDelivery;
import io.daybook.domain.order.ShipLines;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ShipmentId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Places orders and moves them on. */
@RestController
@RequestMapping(path = OrderCommandController.PATH)
@Tag(name = "Orders")
final class OrderCommandController {

    static final String PATH = "/api/v1/orders";

    private final StrictJson json;
    private final Commands commands;
    private final Answers answers;
    private final SettledOrders settled;
    private final TimeOrderedIds ids;
    private final Location defaultLocation;

    OrderCommandController(
            StrictJson json,
            Commands commands,
            Answers answers,
            SettledOrders settled,
            TimeOrderedIds ids,
            @Value("${daybook.inventory.default-location:main}") String defaultLocation) {
        this.json = json;
        this.commands = commands;
        this.answers = answers;
        this.settled = settled;
        this.ids = ids;
        this.defaultLocation = new Location(defaultLocation);
    }

    record CancelOrderRequest(@Nullable String reason) {}

    record ShipRequest(
            @Nullable List<@Nullable ShippedLine> lines,
            @Nullable String location,
            @Nullable String carrier,
            @Nullable String trackingNumber) {}

    record ShippedLine(@Nullable String lineId, @Nullable Long quantity) {}

    @Operation(
            summary =
                    "Places an order; the fulfilment goes on by itself. Prefer: wait=N waits for its outcome.")
    @AnswersWith(value = OrderAnswer.class, status = 201)
    @RequestBody(content = @Content(schema = @Schema(implementation = PlaceOrderRequest.class)))
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> place(ServerWebExchange exchange) {
        return answered(
                exchange,
                true,
                body ->
                        json.read(body, PlaceOrderRequest.class)
                                .command(OrderId.of(ids.next()), defaultLocation));
    }

    @Operation(
            summary =
                    "Cancels an order of which nothing was shipped; stock and money go back by themselves.")
    @AnswersWith(OrderAnswer.class)
    @RequestBody(content = @Content(schema = @Schema(implementation = CancelOrderRequest.class)))
    @PostMapping(path = "/{orderId}/cancel", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> cancel(@PathVariable String orderId, ServerWebExchange exchange) {
        OrderId id = Paths.id("orderId", orderId, OrderId::new);
        return answered(
                exchange,
                false,
                body -> {
                    var checks = new Checks();
                    String reason =
                            checks.text(
                                    "/reason",
                                    json.read(body, CancelOrderRequest.class).reason,
                                    500);
                    checks.done();
                    return new CancelOrder(id, reason);
                });
    }

    @Operation(summary = "Records that units left the warehouse; their price is captured.")
    @AnswersWith(value = ShipmentAnswer.class, status = 201)
    @RequestBody(content = @Content(schema = @Schema(implementation = ShipRequest.class)))
    @PostMapping(path = "/{orderId}/shipments", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> ship(@PathVariable String orderId, ServerWebExchange exchange) {
        OrderId id = Paths.id("orderId", orderId, OrderId::new);
        return Caller.of(exchange)
                .flatMap(caller -> {
                    ShipmentId shipmentId =
                            ShipmentId.of(ids.of(exchange, caller, commands.key(exchange)));
                    return commands.body(exchange)
                            .flatMap(body ->
                                    commands.send(
                                                    exchange,
                                                    caller,
                                                    shipLines(
                                                            id,
                                                            shipmentId,
                                                            json.read(body, ShipRequest.class)),
                                                    body)
                                            .flatMap(outcome -> {
                                                var shipment =
                                                        ShipmentAnswer.of(
                                                                shipmentId,
                                                                OrderAnswer.of(outcome));
                                                String location =
                                                        PATH
                                                                + '/'
                                                                + id
                                                                + "/shipments/"
                                                                + shipmentId;
                                                return settled.answer(
                                                        exchange,
                                                        caller,
                                                        outcome,
                                                        answers.plain(outcome, shipment, location),
                                                        OrderAnswer.of(outcome));
                                            }));
                });
    }

    @Operation(summary = "Records that a shipment arrived.")
    @AnswersWith(OrderAnswer.class)
    @PostMapping(path = "/{orderId}/shipments/{shipmentId}/deliver")
    Mono<ResponseEntity<byte[]>> deliver(
            @PathVariable String orderId,
            @PathVariable String shipmentId,
            ServerWebExchange exchange) {
        OrderId id = Paths.id("orderId", orderId, OrderId::new);
        ShipmentId shipment = Paths.id("shipmentId", shipmentId, ShipmentId::new);
        return answered(
                exchange,
                false,
                body -> {
                    json.readNothing(body);
                    return new RecordDelivery(id, shipment);
                });
    }

    private interface Parsed {
        OrderCommand command(byte[] body);
    }

    private Mono<ResponseEntity<byte[]>> answered(
            ServerWebExchange exchange, boolean creates, Parsed parsed) {
        return Caller.of(exchange)
                .flatMap(caller ->
                        commands.body(exchange)
                                .flatMap(body ->
                                        commands.send(exchange, caller, parsed.command(body), body))
                                .flatMap(outcome -> {
                                    OrderAnswer answer = OrderAnswer.of(outcome);
                                    String location =
                                            creates ? PATH + '/' + answer.orderId() : null;
                                    return settled.answer(
                                            exchange,
                                            caller,
                                            outcome,
                                            answers.plain(outcome, answer, location),
                                            answer);
                                }));
    }

    private static ShipLines shipLines(OrderId id, ShipmentId shipmentId, ShipRequest request) {
        var checks = new Checks();
        var lines = new ArrayList<LineQuantity>();
        if (request.lines == null || request.lines.isEmpty() || request.lines.size() > 500) {
            checks.wrong("/lines", "must have 1 to 500 lines");
        } else {
            for (int i = 0; i < request.lines.size(); i++) {
                ShippedLine line = request.lines.get(i);
                String at = "/lines/" + i;
                LineId lineId =
                        line == null
                                ? null
                                : checks.value(at + "/lineId", line.lineId, LineId::new);
                int quantity =
                        line == null
                                ? 1
                                : checks.whole(at + "/quantity", line.quantity, 1, 1_000_000);
                if (line == null) {
                    checks.wrong(at, "must be an object");
                } else if (lineId != null) {
                    lines.add(new LineQuantity(lineId, quantity));
                }
            }
        }
        Location location = checks.optional("/location", request.location, Location::new);
        String carrier = checks.optionalText("/carrier", request.carrier, 100);
        String tracking = checks.optionalText("/trackingNumber", request.trackingNumber, 100);
        checks.done();
        return new ShipLines(id, shipmentId, lines, location, carrier, tracking);
    }
}
