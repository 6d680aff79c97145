package io.daybook.api.order;

import io.daybook.api.exchange.AnswersWith;
import io.daybook.api.exchange.Checks;
import io.daybook.api.exchange.DryRunnable;
import io.daybook.api.exchange.Paths;
import io.daybook.api.exchange.StrictJson;
import io.daybook.domain.order.AddNote;
import io.daybook.domain.order.ArchiveOrder;
import io.daybook.domain.order.CloseOrder;
import io.daybook.domain.order.PlaceHold;
import io.daybook.domain.order.ReleaseHold;
import io.daybook.domain.order.TransferCustomer;
import io.daybook.domain.shared.CustomerId;
import io.daybook.domain.shared.HoldId;
import io.daybook.domain.shared.NoteId;
import io.daybook.domain.shared.OrderId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
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

/** What people do with an order beside its fulfilment. */
@DryRunnable
@RestController
@RequestMapping(path = OrderCommandController.PATH + "/{orderId}")
@Tag(name = "Orders")
final class OrderCareController {

    private final StrictJson json;
    private final OrderCommands orders;

    OrderCareController(StrictJson json, OrderCommands orders) {
        this.json = json;
        this.orders = orders;
    }

    /**
     * @param owner who is to be asked; the caller when not given
     */
    record HoldRequest(@Nullable String reason, @Nullable String owner) {}

    record NoteRequest(@Nullable String text) {}

    record TransferRequest(@Nullable String customerId) {}

    record HoldAnswer(String holdId, String orderId, String status, long version) {
        static HoldAnswer of(HoldId id, OrderAnswer order) {
            return new HoldAnswer(id.value(), order.orderId(), order.status(), order.version());
        }
    }

    record NoteAnswer(String noteId, String orderId, String status, long version) {
        static NoteAnswer of(NoteId id, OrderAnswer order) {
            return new NoteAnswer(id.value(), order.orderId(), order.status(), order.version());
        }
    }

    @Operation(summary = "Holds the order: it neither is confirmed nor ships until it is released.")
    @AnswersWith(value = HoldAnswer.class, status = 201)
    @RequestBody(content = @Content(schema = @Schema(implementation = HoldRequest.class)))
    @PostMapping(path = "/holds", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> hold(@PathVariable String orderId, ServerWebExchange exchange) {
        OrderId id = order(orderId);
        return orders.created(
                exchange,
                (uuid, caller, body) -> {
                    HoldRequest request = json.read(body, HoldRequest.class);
                    var checks = new Checks();
                    String reason = checks.text("/reason", request.reason, 500);
                    String owner = checks.optionalText("/owner", request.owner, 200);
                    checks.done();
                    return new PlaceHold(
                            id, HoldId.of(uuid), reason, owner == null ? caller.actor() : owner);
                },
                (uuid, outcome) -> HoldAnswer.of(HoldId.of(uuid), OrderAnswer.of(outcome)),
                uuid -> path(id) + "/holds/" + HoldId.of(uuid));
    }

    @Operation(summary = "Releases a hold; with the last one the order goes on.")
    @AnswersWith(OrderAnswer.class)
    @PostMapping(path = "/holds/{holdId}/release")
    Mono<ResponseEntity<byte[]>> release(
            @PathVariable String orderId, @PathVariable String holdId, ServerWebExchange exchange) {
        OrderId id = order(orderId);
        HoldId hold = Paths.id("holdId", holdId, HoldId::new);
        return orders.answered(
                exchange,
                body -> {
                    json.readNothing(body);
                    return new ReleaseHold(id, hold);
                });
    }

    @Operation(summary = "Adds a note.")
    @AnswersWith(value = NoteAnswer.class, status = 201)
    @RequestBody(content = @Content(schema = @Schema(implementation = NoteRequest.class)))
    @PostMapping(path = "/notes", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> note(@PathVariable String orderId, ServerWebExchange exchange) {
        OrderId id = order(orderId);
        return orders.created(
                exchange,
                (uuid, caller, body) -> {
                    var checks = new Checks();
                    String text =
                            checks.text("/text", json.read(body, NoteRequest.class).text, 2000);
                    checks.done();
                    return new AddNote(id, NoteId.of(uuid), text, caller.actor());
                },
                (uuid, outcome) -> NoteAnswer.of(NoteId.of(uuid), OrderAnswer.of(outcome)),
                uuid -> path(id) + "/notes/" + NoteId.of(uuid));
    }

    @Operation(summary = "Gives the order to another customer.")
    @AnswersWith(OrderAnswer.class)
    @RequestBody(content = @Content(schema = @Schema(implementation = TransferRequest.class)))
    @PostMapping(path = "/transfer", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> transfer(
            @PathVariable String orderId, ServerWebExchange exchange) {
        OrderId id = order(orderId);
        return orders.answered(
                exchange,
                body -> {
                    var checks = new Checks();
                    CustomerId customer =
                            checks.value(
                                    "/customerId",
                                    json.read(body, TransferRequest.class).customerId,
                                    CustomerId::new);
                    checks.done();
                    return new TransferCustomer(id, Objects.requireNonNull(customer));
                });
    }

    @Operation(summary = "Closes a completed order: nothing is expected any more.")
    @AnswersWith(OrderAnswer.class)
    @PostMapping(path = "/close")
    Mono<ResponseEntity<byte[]>> close(@PathVariable String orderId, ServerWebExchange exchange) {
        OrderId id = order(orderId);
        return orders.answered(
                exchange,
                body -> {
                    json.readNothing(body);
                    return new CloseOrder(id);
                });
    }

    @Operation(summary = "Puts an order away that has come to an end.")
    @AnswersWith(OrderAnswer.class)
    @PostMapping(path = "/archive")
    Mono<ResponseEntity<byte[]>> archive(@PathVariable String orderId, ServerWebExchange exchange) {
        OrderId id = order(orderId);
        return orders.answered(
                exchange,
                body -> {
                    json.readNothing(body);
                    return new ArchiveOrder(id);
                });
    }

    private static OrderId order(String id) {
        return Paths.id("orderId", id, OrderId::new);
    }

    private static String path(OrderId id) {
        return OrderCommandController.PATH + '/' + id;
    }
}
