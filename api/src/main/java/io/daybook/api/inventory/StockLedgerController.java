package io.daybook.api.inventory;

import io.daybook.api.exchange.AnswersWith;
import io.daybook.api.exchange.Parameters;
import io.daybook.api.exchange.QueryParameters;
import io.daybook.api.exchange.Reads;
import io.daybook.api.problem.ProblemException;
import io.daybook.api.security.Caller;
import io.daybook.domain.inventory.ExplainStock;
import io.daybook.domain.inventory.FindStockItem;
import io.daybook.domain.inventory.ListMovements;
import io.daybook.domain.inventory.StockExplanation;
import io.daybook.domain.inventory.StockMovement;
import io.daybook.domain.projection.ProjectionNames;
import io.daybook.domain.shared.StockItemId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What moved the stock of an item, and why its numbers are what they are. */
@RestController
@RequestMapping(path = StockCommandController.PATH + "/{sku}/{location}")
@Tag(name = "Inventory")
final class StockLedgerController {

    private final Reads reads;

    StockLedgerController(Reads reads) {
        this.reads = reads;
    }

    @Operation(summary = "The ledger: every movement in its order, with the balance after it")
    @QueryParameters({"limit", "cursor"})
    @AnswersWith(value = StockMovement.class, list = true)
    @GetMapping("/movements")
    Mono<ResponseEntity<byte[]>> movements(
            @PathVariable String sku, @PathVariable String location, ServerWebExchange exchange) {
        StockPath path = StockPath.of(sku, location);
        return Caller.of(exchange)
                .flatMap(caller -> {
                    StockItemId item = path.item(caller);
                    return reads.page(
                                    exchange,
                                    ProjectionNames.STOCK,
                                    new ListMovements(item, Parameters.pageRequest(exchange)))
                            .filterWhen(_ -> reads.find(new FindStockItem(item)).hasElement())
                            .switchIfEmpty(
                                    Mono.error(() -> ProblemException.notFound("stock item")));
                });
    }

    @Operation(summary = "Which events make up each number of the item")
    @AnswersWith(StockExplanation.class)
    @GetMapping("/explain")
    Mono<ResponseEntity<byte[]>> explain(
            @PathVariable String sku, @PathVariable String location, ServerWebExchange exchange) {
        StockPath path = StockPath.of(sku, location);
        return Caller.of(exchange)
                .flatMap(caller ->
                        reads.one(
                                exchange,
                                ProjectionNames.STOCK,
                                "stock item",
                                new ExplainStock(path.item(caller))));
    }
}
