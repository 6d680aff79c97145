package io.daybook.api.inventory;

import io.daybook.api.exchange.AnswersWith;
import io.daybook.api.exchange.Checks;
import io.daybook.api.exchange.Commands;
import io.daybook.api.exchange.DryRunnable;
import io.daybook.api.exchange.Paths;
import io.daybook.api.exchange.SerialList;
import io.daybook.api.exchange.StrictJson;
import io.daybook.api.exchange.TimeOrderedIds;
import io.daybook.api.security.Caller;
import io.daybook.domain.inventory.DiscrepancyResolution;
import io.daybook.domain.inventory.ReceiveTransfer;
import io.daybook.domain.inventory.ResolveTransfer;
import io.daybook.domain.inventory.TransferStock;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.TransferId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
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

/** Sends units to another location, counts them in there, and explains the difference. */
@DryRunnable
@RestController
@RequestMapping(path = StockCommandController.PATH + "/{sku}/{location}")
@Tag(name = "Inventory")
final class TransferCommandController {

    private final StrictJson json;
    private final Commands commands;
    private final StockCommands stock;
    private final TimeOrderedIds ids;
    private final Clock clock;

    TransferCommandController(
            StrictJson json,
            Commands commands,
            StockCommands stock,
            TimeOrderedIds ids,
            Clock clock) {
        this.json = json;
        this.commands = commands;
        this.stock = stock;
        this.ids = ids;
        this.clock = clock;
    }

    record TransferRequest(
            @Nullable String to,
            @Nullable Long quantity,
            @Nullable List<@Nullable String> serials) {}

    record ReceiveTransferRequest(
            @Nullable Long received,
            @Nullable String reason,
            @Nullable List<@Nullable String> serials) {}

    record ResolveTransferRequest(
            @Schema(allowableValues = {"WRITTEN_OFF", "CORRECTED_AT_SOURCE"})
                    @Nullable String resolution,
            @Nullable String reason) {}

    @Operation(
            summary =
                    "Sends units to another location; they are in transit until they are received there")
    @RequestBody(content = @Content(schema = @Schema(implementation = TransferRequest.class)))
    @AnswersWith(value = TransferAnswer.class, status = 201)
    @PostMapping(path = "/transfer", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> transfer(
            @PathVariable String sku, @PathVariable String location, ServerWebExchange exchange) {
        StockPath path = StockPath.of(sku, location);
        String key = commands.key(exchange);
        return Caller.of(exchange)
                .flatMap(caller -> {
                    TransferId id = TransferId.of(ids.of(exchange, caller, key));
                    return stock.created(
                            exchange,
                            caller,
                            path,
                            (item, body, checks) -> transfer(item, id, body, checks),
                            outcome -> TransferAnswer.of(id, StockAnswer.of(outcome)),
                            answer -> "/transfers/" + answer.transferId());
                });
    }

    private TransferStock transfer(StockItemId item, TransferId id, byte[] body, Checks checks) {
        var request = json.read(body, TransferRequest.class);
        Location to = checks.value("/to", request.to, Location::new);
        return new TransferStock(
                item,
                id,
                to == null ? item.location() : to,
                checks.whole("/quantity", request.quantity, 1, StockCommandController.MOST),
                clock.instant(),
                SerialList.checked(checks, "/serials", request.serials));
    }

    @Operation(summary = "Counts a transfer in at the location that it went to")
    @RequestBody(
            content = @Content(schema = @Schema(implementation = ReceiveTransferRequest.class)))
    @AnswersWith(StockAnswer.class)
    @PostMapping(
            path = "/transfers/{transferId}/receive",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> receive(
            @PathVariable String sku,
            @PathVariable String location,
            @PathVariable String transferId,
            ServerWebExchange exchange) {
        TransferId id = Paths.id("transferId", transferId, TransferId::new);
        return stock.answered(
                exchange,
                sku,
                location,
                (item, body, checks) -> {
                    var request = json.read(body, ReceiveTransferRequest.class);
                    return new ReceiveTransfer(
                            item,
                            id,
                            checks.whole(
                                    "/received", request.received, 0, StockCommandController.MOST),
                            checks.optionalText("/reason", request.reason, 500),
                            SerialList.checked(checks, "/serials", request.serials));
                });
    }

    @Operation(
            summary =
                    "Explains the difference between what was sent and what was received, at the location that sent")
    @RequestBody(
            content = @Content(schema = @Schema(implementation = ResolveTransferRequest.class)))
    @AnswersWith(StockAnswer.class)
    @PostMapping(
            path = "/transfers/{transferId}/resolve",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> resolve(
            @PathVariable String sku,
            @PathVariable String location,
            @PathVariable String transferId,
            ServerWebExchange exchange) {
        TransferId id = Paths.id("transferId", transferId, TransferId::new);
        return stock.answered(
                exchange,
                sku,
                location,
                (item, body, checks) -> {
                    var request = json.read(body, ResolveTransferRequest.class);
                    var resolution =
                            checks.value(
                                    "/resolution",
                                    request.resolution,
                                    TransferCommandController::resolution);
                    return new ResolveTransfer(
                            item,
                            id,
                            resolution == null ? DiscrepancyResolution.WRITTEN_OFF : resolution,
                            checks.text("/reason", request.reason, 500));
                });
    }

    private static DiscrepancyResolution resolution(String name) {
        for (var each : DiscrepancyResolution.values()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        throw new IllegalArgumentException("must be WRITTEN_OFF or CORRECTED_AT_SOURCE");
    }
}
