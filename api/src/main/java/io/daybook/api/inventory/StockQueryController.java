package io.daybook.api.inventory;

import io.daybook.api.exchange.AnswersWith;
import io.daybook.api.exchange.Histories;
import io.daybook.api.exchange.LoggedEvent;
import io.daybook.api.exchange.Parameters;
import io.daybook.api.exchange.Paths;
import io.daybook.api.exchange.QueryParameters;
import io.daybook.api.exchange.Reads;
import io.daybook.api.problem.ProblemException;
import io.daybook.api.security.Caller;
import io.daybook.domain.inventory.FindSku;
import io.daybook.domain.inventory.FindStockItem;
import io.daybook.domain.inventory.FindStockItemAt;
import io.daybook.domain.inventory.ListStock;
import io.daybook.domain.inventory.StockItemView;
import io.daybook.domain.projection.ProjectionNames;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.Sku;
import io.daybook.domain.shared.StockItemId;
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

/** Reads stock items: as they are, as they were, and what happened to them. */
@RestController
@RequestMapping(path = StockCommandController.PATH)
@Tag(name = "Inventory")
final class StockQueryController {

    private final Reads reads;
    private final Histories histories;

    StockQueryController(Reads reads, Histories histories) {
        this.reads = reads;
        this.histories = histories;
    }

    @Operation(summary = "Lists stock items; filters: sku, location, belowReorderPoint")
    @QueryParameters({"sku", "location", "belowReorderPoint", "limit", "cursor"})
    @AnswersWith(value = StockItemView.class, list = true)
    @GetMapping
    Mono<ResponseEntity<byte[]>> list(ServerWebExchange exchange) {
        String sku = Parameters.text(exchange, "sku");
        String location = Parameters.text(exchange, "location");
        boolean below = flag(Parameters.text(exchange, "belowReorderPoint"));
        return Caller.of(exchange)
                .flatMap(caller ->
                        reads.page(
                                exchange,
                                ProjectionNames.STOCK,
                                new ListStock(
                                        caller.tenant(),
                                        sku == null ? null : Paths.id("sku", sku, Sku::new),
                                        location == null
                                                ? null
                                                : Paths.id("location", location, Location::new),
                                        below,
                                        Parameters.pageRequest(exchange))));
    }

    @Operation(summary = "A SKU at all its locations, with the sum")
    @GetMapping("/{sku}")
    Mono<ResponseEntity<byte[]>> sku(@PathVariable String sku, ServerWebExchange exchange) {
        Sku id = Paths.id("sku", sku, Sku::new);
        return Caller.of(exchange)
                .flatMap(caller ->
                        reads.one(
                                exchange,
                                ProjectionNames.STOCK,
                                "SKU",
                                new FindSku(caller.tenant(), id)));
    }

    @Operation(
            summary =
                    "A stock item as it is, or as it was at a version or an instant (?version=, ?asOf=)")
    @AnswersWith(StockItemView.class)
    @QueryParameters({"version", "asOf"})
    @GetMapping("/{sku}/{location}")
    Mono<ResponseEntity<byte[]>> find(
            @PathVariable String sku, @PathVariable String location, ServerWebExchange exchange) {
        StockPath path = StockPath.of(sku, location);
        return Caller.of(exchange)
                .flatMap(caller -> {
                    StockItemId item = path.item(caller);
                    return reads.one(
                            exchange,
                            ProjectionNames.STOCK,
                            "stock item",
                            Parameters.moment(exchange)
                                    .<Object>map(moment -> new FindStockItemAt(item, moment))
                                    .orElseGet(() -> new FindStockItem(item)));
                });
    }

    @Operation(summary = "Everything that happened to the stock item")
    @QueryParameters({"fromVersion", "toVersion", "type", "limit", "cursor"})
    @AnswersWith(value = LoggedEvent.class, list = true)
    @GetMapping("/{sku}/{location}/events")
    Mono<ResponseEntity<byte[]>> events(
            @PathVariable String sku, @PathVariable String location, ServerWebExchange exchange) {
        StockPath path = StockPath.of(sku, location);
        return Caller.of(exchange)
                .flatMap(caller -> {
                    StockItemId item = path.item(caller);
                    return histories.of(
                            exchange,
                            caller,
                            "stock-item",
                            item.toString(),
                            new FindStockItem(item));
                });
    }

    private static boolean flag(@Nullable String text) {
        return switch (text == null ? "false" : text) {
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw ProblemException.invalid("/belowReorderPoint", "must be true or false");
        };
    }
}
