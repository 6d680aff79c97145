package io.daybook.api.order;

import io.daybook.api.exchange.AnswersWith;
import io.daybook.api.exchange.Checks;
import io.daybook.api.exchange.DryRunnable;
import io.daybook.api.exchange.Paths;
import io.daybook.api.exchange.StrictJson;
import io.daybook.domain.order.ApplyChange;
import io.daybook.domain.order.PaymentTerms;
import io.daybook.domain.order.WithdrawChange;
import io.daybook.domain.shared.ChangeId;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.OrderId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
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

/** Staged changes of placed orders. */
@DryRunnable
@RestController
@RequestMapping(path = OrderCommandController.PATH + "/{orderId}/changes")
@Tag(name = "Orders")
final class OrderChangeController {

    private final StrictJson json;
    private final OrderCommands orders;
    private final Location defaultLocation;

    OrderChangeController(
            StrictJson json,
            OrderCommands orders,
            @Value("${daybook.inventory.default-location:main}") String defaultLocation) {
        this.json = json;
        this.orders = orders;
        this.defaultLocation = new Location(defaultLocation);
    }

    /**
     * @param version of the order that the money preview was computed on
     * @param payment how to pay the difference; as the order is paid when not given
     */
    record ApplyRequest(@Nullable Long version, PlaceOrderRequest.@Nullable Payment payment) {}

    @Operation(
            summary =
                    "Stages a change: lines added, edited, removed. Answers what it would cost; nothing moves yet.")
    @AnswersWith(value = ChangeAnswer.class, status = 201)
    @RequestBody(content = @Content(schema = @Schema(implementation = ProposeChangeRequest.class)))
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> propose(@PathVariable String orderId, ServerWebExchange exchange) {
        OrderId id = Paths.id("orderId", orderId, OrderId::new);
        return orders.created(
                exchange,
                (uuid, _, body) ->
                        json.read(body, ProposeChangeRequest.class)
                                .command(id, ChangeId.of(uuid), defaultLocation),
                (uuid, outcome) -> ChangeAnswer.of(ChangeId.of(uuid), outcome),
                uuid -> OrderCommandController.PATH + '/' + id + "/changes/" + ChangeId.of(uuid));
    }

    @Operation(
            summary =
                    "Applies a staged change to the version that was previewed; more stock and money are secured first.")
    @AnswersWith(OrderAnswer.class)
    @RequestBody(content = @Content(schema = @Schema(implementation = ApplyRequest.class)))
    @PostMapping(path = "/{changeId}/apply", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> apply(
            @PathVariable String orderId,
            @PathVariable String changeId,
            ServerWebExchange exchange) {
        OrderId id = Paths.id("orderId", orderId, OrderId::new);
        ChangeId change = Paths.id("changeId", changeId, ChangeId::new);
        return orders.answered(
                exchange,
                body -> {
                    ApplyRequest request = json.read(body, ApplyRequest.class);
                    var checks = new Checks();
                    int version = checks.whole("/version", request.version, 1, Integer.MAX_VALUE);
                    PaymentTerms terms = PlaceOrderRequest.terms(request.payment, checks);
                    checks.done();
                    return new ApplyChange(id, change, version, terms);
                });
    }

    @Operation(summary = "Gives up a change that has not taken effect.")
    @AnswersWith(OrderAnswer.class)
    @PostMapping(path = "/{changeId}/withdraw")
    Mono<ResponseEntity<byte[]>> withdraw(
            @PathVariable String orderId,
            @PathVariable String changeId,
            ServerWebExchange exchange) {
        OrderId id = Paths.id("orderId", orderId, OrderId::new);
        ChangeId change = Paths.id("changeId", changeId, ChangeId::new);
        return orders.answered(
                exchange,
                body -> {
                    json.readNothing(body);
                    return new WithdrawChange(id, change);
                });
    }
}
