package io.daybook.api.order;

import io.daybook.api.exchange.AnswersWith;
import io.daybook.api.exchange.Checks;
import io.daybook.api.exchange.Paths;
import io.daybook.api.exchange.StrictJson;
import io.daybook.api.exchange.TimeOrderedIds;
import io.daybook.domain.order.CancelOrder;
import io.daybook.domain.order.LineQuantity;
import io.daybook.domain.order.RecordDelivery;
import io.daybook.domain.order.RecordDeliveryFailure;
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
    private final OrderCommands orders;
    private final TimeOrderedIds ids;
    private final Location defaultLocation;

    OrderCommandController(
            StrictJson json,
            OrderCommands orders,
            TimeOrderedIds ids,
            @Value("${daybook.inventory.default-location:main}") String defaultLocation) {
        this.json = json;
        this.orders = orders;
        this.ids = ids;
        this.defaultLocation = new Location(defaultLocation);
    }

    record CancelOrderRequest(@Nullable String reason) {}

    record FailedRequest(@Nullable String reason) {}

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
        return orders.answered(
                exchange,
                order -> PATH + '/' + order.orderId(),
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
        return orders.answered(
                exchange,
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
        return orders.created(
                exchange,
                (uuid, _, body) ->
                        shipLines(id, ShipmentId.of(uuid), json.read(body, ShipRequest.class)),
                (uuid, order) -> ShipmentAnswer.of(ShipmentId.of(uuid), order),
                uuid -> PATH + '/' + id + "/shipments/" + ShipmentId.of(uuid));
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
        return orders.answered(
                exchange,
                body -> {
                    json.readNothing(body);
                    return new RecordDelivery(id, shipment);
                });
    }

    @Operation(summary = "Records that a shipment could not be handed over; it may be tried again.")
    @AnswersWith(OrderAnswer.class)
    @RequestBody(content = @Content(schema = @Schema(implementation = FailedRequest.class)))
    @PostMapping(
            path = "/{orderId}/shipments/{shipmentId}/failed",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> failed(
            @PathVariable String orderId,
            @PathVariable String shipmentId,
            ServerWebExchange exchange) {
        OrderId id = Paths.id("orderId", orderId, OrderId::new);
        ShipmentId shipment = Paths.id("shipmentId", shipmentId, ShipmentId::new);
        return orders.answered(
                exchange,
                body -> {
                    var checks = new Checks();
                    String reason =
                            checks.text(
                                    "/reason", json.read(body, FailedRequest.class).reason, 500);
                    checks.done();
                    return new RecordDeliveryFailure(id, shipment, reason);
                });
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
