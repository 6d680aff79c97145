package io.daybook.api.inventory;

import io.daybook.api.exchange.AnswersWith;
import io.daybook.api.exchange.DryRunnable;
import io.daybook.api.exchange.Paths;
import io.daybook.api.exchange.SerialList;
import io.daybook.api.exchange.StrictJson;
import io.daybook.domain.inventory.Bucket;
import io.daybook.domain.inventory.LotNumber;
import io.daybook.domain.inventory.MoveToBucket;
import io.daybook.domain.inventory.RestoreFromBucket;
import io.daybook.domain.inventory.WriteOffStock;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
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

/** Takes units out of the sellable stock, back into it, and off the books. */
@DryRunnable
@RestController
@RequestMapping(path = StockCommandController.PATH + "/{sku}/{location}")
@Tag(name = "Inventory")
final class BucketCommandController {

    private final StrictJson json;
    private final StockCommands stock;

    BucketCommandController(StrictJson json, StockCommands stock) {
        this.json = json;
        this.stock = stock;
    }

    record BucketRequest(
            @Nullable Long quantity,
            @Schema(allowableValues = {"in", "out"}) @Nullable String direction,
            @Nullable String reason,
            @Nullable String lot) {}

    record WriteOffRequest(
            @Nullable Long quantity,
            @Nullable String reason,
            @Schema(allowableValues = {"damaged", "quarantine"}) @Nullable String bucket,
            @Nullable String lot,
            @Nullable List<@Nullable String> serials) {}

    @Operation(
            summary =
                    "Moves units into a bucket that is not for sale (direction in) or back out of it (out)")
    @RequestBody(content = @Content(schema = @Schema(implementation = BucketRequest.class)))
    @AnswersWith(StockAnswer.class)
    @PostMapping(path = "/buckets/{bucket}", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> move(
            @PathVariable String sku,
            @PathVariable String location,
            @PathVariable String bucket,
            ServerWebExchange exchange) {
        Bucket held = Paths.id("bucket", bucket, Bucket::of);
        return stock.answered(
                exchange,
                sku,
                location,
                (item, body, checks) -> {
                    var request = json.read(body, BucketRequest.class);
                    int quantity =
                            checks.whole(
                                    "/quantity", request.quantity, 1, StockCommandController.MOST);
                    String reason = checks.text("/reason", request.reason, 500);
                    LotNumber lot = StockParts.lot(checks, request.lot);
                    String direction = checks.text("/direction", request.direction, 3);
                    return switch (direction) {
                        case "out" -> new RestoreFromBucket(item, held, quantity, reason, lot);
                        case "in" -> new MoveToBucket(item, held, quantity, reason, lot);
                        default -> {
                            checks.wrong("/direction", "must be in or out");
                            yield new MoveToBucket(item, held, quantity, reason, lot);
                        }
                    };
                });
    }

    @Operation(
            summary =
                    "Takes units off the books for good, from the sellable stock or from a bucket")
    @RequestBody(content = @Content(schema = @Schema(implementation = WriteOffRequest.class)))
    @AnswersWith(StockAnswer.class)
    @PostMapping(path = "/write-off", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> writeOff(
            @PathVariable String sku, @PathVariable String location, ServerWebExchange exchange) {
        return stock.answered(
                exchange,
                sku,
                location,
                (item, body, checks) -> {
                    var request = json.read(body, WriteOffRequest.class);
                    return new WriteOffStock(
                            item,
                            checks.whole(
                                    "/quantity", request.quantity, 1, StockCommandController.MOST),
                            checks.text("/reason", request.reason, 500),
                            StockParts.bucket(checks, request.bucket),
                            StockParts.lot(checks, request.lot),
                            SerialList.checked(checks, "/serials", request.serials));
                });
    }
}
