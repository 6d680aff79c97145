package io.daybook.api.order;

import io.daybook.api.exchange.AnswersWith;
import io.daybook.api.exchange.Checks;
import io.daybook.api.exchange.DryRunnable;
import io.daybook.api.exchange.Paths;
import io.daybook.api.exchange.StrictJson;
import io.daybook.api.exchange.TimeOrderedIds;
import io.daybook.domain.order.CancelLines;
import io.daybook.domain.order.CancelOrder;
import io.daybook.domain.order.LineQuantity;
import io.daybook.domain.order.LineSerials;
import io.daybook.domain.order.OrderCommand;
import io.daybook.domain.order.RecordDelivery;
import io.daybook.domain.order.RecordDeliveryFailure;
import io.daybook.domain.order.ShipLines;
import io.daybook.domain.shared.CancellationId;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ShipmentId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
@DryRunnable
@RestController
@RequestMapping(path = OrderCommandController.PATH)
@Tag(name = "Orders")
final class OrderCommandController {

    static final String PATH = "/api/v1/orders";

    private final StrictJson json;
    private final OrderCommands orders;
    private final TimeOrderedIds ids;
    private final Clock clock;
    private final Location defaultLocation;
    private final Duration paymentWindow;

    OrderCommandController(
            StrictJson json,
            OrderCommands orders,
            TimeOrderedIds ids,
            Clock clock,
            @Value("${daybook.inventory.default-location:main}") String defaultLocation,
            @Value("${daybook.orders.payment-window:24h}") Duration paymentWindow) {
        this.json = json;
        this.orders = orders;
        this.ids = ids;
        this.clock = clock;
        this.defaultLocation = new Location(defaultLocation);
        this.paymentWindow = paymentWindow;
    }

    /**
     * @param lines what to cancel; the whole order when not given
     */
    record CancelOrderRequest(
            @Nullable String reason, @Nullable List<@Nullable RequestedLine> lines) {}

    record FailedRequest(@Nullable String reason) {}

    record ShipRequest(
            @Nullable List<@Nullable ShippedLine> lines,
            @Nullable String location,
            @Nullable String carrier,
            @Nullable String trackingNumber) {}

    @Operation(
            summary =
                    "Places an order; the fulfilment goes on by itself. Prefer: wait=N waits for"
                            + " its outcome.")
    @AnswersWith(value = OrderAnswer.class, status = 201)
    @RequestBody(content = @Content(schema = @Schema(implementation = PlaceOrderRequest.class)))
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> place(ServerWebExchange exchange) {
        return orders.answered(
                exchange,
                order -> PATH + '/' + order.orderId(),
                body ->
                        json.read(body, PlaceOrderRequest.class)
                                .command(OrderId.of(ids.next()), defaultLocation, expiry()));
    }

    private @Nullable Instant expiry() {
        return paymentWindow.isPositive() ? clock.instant().plus(paymentWindow) : null;
    }

    @Operation(
            summary =
                    "Cancels an order of which nothing was shipped, or units that were not; stock and money go back by themselves.")
    @AnswersWith(OrderAnswer.class)
    @RequestBody(content = @Content(schema = @Schema(implementation = CancelOrderRequest.class)))
    @PostMapping(path = "/{orderId}/cancel", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> cancel(@PathVariable String orderId, ServerWebExchange exchange) {
        OrderId id = Paths.id("orderId", orderId, OrderId::new);
        return orders.created(
                exchange,
                (uuid, _, body) ->
                        cancellation(
                                id,
                                CancellationId.of(uuid),
                                json.read(body, CancelOrderRequest.class)),
                (_, outcome) -> OrderAnswer.of(outcome),
                _ -> null);
    }

    private static OrderCommand cancellation(
            OrderId id, CancellationId cancellation, CancelOrderRequest request) {
        var checks = new Checks();
        String reason = checks.text("/reason", request.reason, 500);
        List<LineQuantity> lines =
                request.lines == null ? List.of() : RequestedLine.checked(request.lines, checks);
        checks.done();
        return request.lines == null
                ? new CancelOrder(id, reason)
                : new CancelLines(id, cancellation, reason, lines);
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
                (uuid, outcome) -> ShipmentAnswer.of(ShipmentId.of(uuid), OrderAnswer.of(outcome)),
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
        List<LineQuantity> lines =
                RequestedLine.checked(ShippedLine.quantities(request.lines), checks);
        List<LineSerials> serials = ShippedLine.serials(request.lines, checks);
        Location location = checks.optional("/location", request.location, Location::new);
        String carrier = checks.optionalText("/carrier", request.carrier, 100);
        String tracking = checks.optionalText("/trackingNumber", request.trackingNumber, 100);
        checks.done();
        return new ShipLines(id, shipmentId, lines, location, carrier, tracking, serials);
    }
}
