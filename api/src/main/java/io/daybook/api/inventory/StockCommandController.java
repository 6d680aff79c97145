package io.daybook.api.inventory;

import io.daybook.api.exchange.AnswersWith;
import io.daybook.api.exchange.DryRunnable;
import io.daybook.api.exchange.SerialList;
import io.daybook.api.exchange.StrictJson;
import io.daybook.domain.inventory.AdjustStock;
import io.daybook.domain.inventory.CountStock;
import io.daybook.domain.inventory.LotNumber;
import io.daybook.domain.inventory.ReceiveStock;
import io.daybook.domain.inventory.SetReorderPolicy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
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
@DryRunnable
@RestController
@RequestMapping(path = StockCommandController.PATH + "/{sku}/{location}")
@Tag(name = "Inventory")
final class StockCommandController {

    static final String PATH = "/api/v1/inventory";

    /** Most units that one request may be about. */
    static final long MOST = 1_000_000_000L;

    private static final long MOST_DAYS = 3_650;

    private final StrictJson json;
    private final StockCommands stock;

    StockCommandController(StrictJson json, StockCommands stock) {
        this.json = json;
        this.stock = stock;
    }

    record ReceiveRequest(
            @Nullable Long quantity,
            @Nullable String reference,
            @Nullable String lot,
            @Schema(format = "date") @Nullable String expiresOn,
            @Nullable List<@Nullable String> serials) {}

    record AdjustRequest(@Nullable Long delta, @Nullable String reason, @Nullable String lot) {}

    record CountRequest(
            @Nullable Long counted,
            @Nullable Long expected,
            @Nullable String reason,
            @Nullable String lot) {}

    record PolicyRequest(
            @Nullable Long reorderPoint,
            @Nullable Long safetyStock,
            @Nullable Long backorderLimit,
            @Nullable Long backorderDays) {}

    @Operation(summary = "Books goods in; registers the item on first use")
    @RequestBody(content = @Content(schema = @Schema(implementation = ReceiveRequest.class)))
    @AnswersWith(StockAnswer.class)
    @PostMapping(path = "/receive", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> receive(
            @PathVariable String sku, @PathVariable String location, ServerWebExchange exchange) {
        return stock.answered(
                exchange,
                sku,
                location,
                (item, body, checks) -> {
                    var request = json.read(body, ReceiveRequest.class);
                    LotNumber lot = StockParts.lot(checks, request.lot);
                    LocalDate expiresOn = StockParts.day(checks, "/expiresOn", request.expiresOn);
                    if (request.lot == null && request.expiresOn != null) {
                        checks.wrong("/expiresOn", "needs a lot");
                    }
                    return new ReceiveStock(
                            item,
                            checks.whole("/quantity", request.quantity, 1, MOST),
                            checks.optionalText("/reference", request.reference, 100),
                            lot,
                            lot == null ? null : expiresOn,
                            SerialList.checked(checks, "/serials", request.serials));
                });
    }

    @Operation(summary = "Corrects the quantity on hand by a difference")
    @RequestBody(content = @Content(schema = @Schema(implementation = AdjustRequest.class)))
    @AnswersWith(StockAnswer.class)
    @PostMapping(path = "/adjust", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> adjust(
            @PathVariable String sku, @PathVariable String location, ServerWebExchange exchange) {
        return stock.answered(
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
                            item,
                            delta,
                            checks.text("/reason", request.reason, 500),
                            StockParts.lot(checks, request.lot));
                });
    }

    @Operation(summary = "Sets the quantity on hand, or that of a lot, to what was counted")
    @RequestBody(content = @Content(schema = @Schema(implementation = CountRequest.class)))
    @AnswersWith(StockAnswer.class)
    @PostMapping(path = "/count", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> count(
            @PathVariable String sku, @PathVariable String location, ServerWebExchange exchange) {
        return stock.answered(
                exchange,
                sku,
                location,
                (item, body, checks) -> {
                    var request = json.read(body, CountRequest.class);
                    return new CountStock(
                            item,
                            checks.whole("/counted", request.counted, 0, MOST),
                            checks.optionalWhole("/expected", request.expected, 0, MOST),
                            checks.text("/reason", request.reason, 500),
                            StockParts.lot(checks, request.lot));
                });
    }

    @Operation(summary = "Changes the limits of the item; what is left out stays as it is")
    @RequestBody(content = @Content(schema = @Schema(implementation = PolicyRequest.class)))
    @AnswersWith(StockAnswer.class)
    @PostMapping(path = "/policy", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> policy(
            @PathVariable String sku, @PathVariable String location, ServerWebExchange exchange) {
        return stock.answered(
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
                                    "/backorderLimit", request.backorderLimit, 0, MOST),
                            checks.optionalWhole(
                                    "/backorderDays", request.backorderDays, 0, MOST_DAYS));
                });
    }
}
