package io.daybook.api.order;

import io.daybook.api.exchange.AnswersWith;
import io.daybook.api.exchange.Histories;
import io.daybook.api.exchange.LoggedEvent;
import io.daybook.api.exchange.Parameters;
import io.daybook.api.exchange.Paths;
import io.daybook.api.exchange.QueryParameters;
import io.daybook.api.exchange.Reads;
import io.daybook.api.problem.ProblemException;
import io.daybook.api.security.Caller;
import io.daybook.domain.order.FindOrder;
import io.daybook.domain.order.FindOrderAt;
import io.daybook.domain.order.ListOrders;
import io.daybook.domain.order.OrderStatus;
import io.daybook.domain.order.OrderView;
import io.daybook.domain.projection.ProjectionNames;
import io.daybook.domain.shared.CustomerId;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.Sku;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Reads orders: as they are, as they were, and what happened to them. */
@RestController
@RequestMapping(path = OrderCommandController.PATH)
@Tag(name = "Orders")
final class OrderQueryController {

    private final Reads reads;
    private final Histories histories;

    OrderQueryController(Reads reads, Histories histories) {
        this.reads = reads;
        this.histories = histories;
    }

    @Operation(
            summary =
                    "Lists orders; filters: status, customerId, sku, reference, placedFrom, placedTo, q; sort=placedAt or -placedAt")
    @QueryParameters({
        "status",
        "customerId",
        "sku",
        "reference",
        "placedFrom",
        "placedTo",
        "q",
        "sort",
        "limit",
        "cursor"
    })
    @AnswersWith(value = OrderView.class, list = true)
    @GetMapping
    Mono<ResponseEntity<byte[]>> list(ServerWebExchange exchange) {
        return Caller.of(exchange)
                .flatMap(caller ->
                        reads.page(exchange, ProjectionNames.ORDERS, query(exchange, caller)));
    }

    @Operation(
            summary =
                    "The order as it is, or as it was at a version or an instant (?version=, ?asOf=)")
    @AnswersWith(OrderView.class)
    @QueryParameters({"version", "asOf"})
    @GetMapping("/{orderId}")
    Mono<ResponseEntity<byte[]>> find(@PathVariable String orderId, ServerWebExchange exchange) {
        OrderId id = Paths.id("orderId", orderId, OrderId::new);
        return Caller.of(exchange)
                .flatMap(caller ->
                        reads.one(
                                exchange,
                                ProjectionNames.ORDERS,
                                "order",
                                Parameters.moment(exchange)
                                        .<Object>map(moment ->
                                                new FindOrderAt(caller.tenant(), id, moment))
                                        .orElseGet(() -> new FindOrder(caller.tenant(), id))));
    }

    @Operation(summary = "Everything that happened to the order")
    @QueryParameters({"fromVersion", "toVersion", "type", "limit", "cursor"})
    @AnswersWith(value = LoggedEvent.class, list = true)
    @GetMapping("/{orderId}/events")
    Mono<ResponseEntity<byte[]>> events(@PathVariable String orderId, ServerWebExchange exchange) {
        OrderId id = Paths.id("orderId", orderId, OrderId::new);
        return Caller.of(exchange)
                .flatMap(caller ->
                        histories.of(
                                exchange,
                                caller,
                                "order",
                                id.value(),
                                new FindOrder(caller.tenant(), id)));
    }

    private static ListOrders query(ServerWebExchange exchange, Caller caller) {
        String customer = Parameters.text(exchange, "customerId");
        String sku = Parameters.text(exchange, "sku");
        return new ListOrders(
                caller.tenant(),
                Parameters.constant(
                        exchange, "status", OrderStatus::valueOf, "is not a status of an order"),
                customer == null ? null : Paths.id("customerId", customer, CustomerId::new),
                sku == null ? null : Paths.id("sku", sku, Sku::new),
                Parameters.text(exchange, "reference"),
                Parameters.instant(exchange, "placedFrom"),
                Parameters.instant(exchange, "placedTo"),
                Parameters.text(exchange, "q"),
                newestFirst(Parameters.text(exchange, "sort")),
                Parameters.pageRequest(exchange));
    }

    private static boolean newestFirst(@Nullable String sort) {
        return switch (sort == null ? "-placedAt" : sort) {
            case "-placedAt" -> true;
            case "placedAt" -> false;
            default -> throw ProblemException.invalid("/sort", "must be placedAt or -placedAt");
        };
    }
}
