package io.daybook.api.inventory;

import io.daybook.api.exchange.AnswersWith;
import io.daybook.api.exchange.Checks;
import io.daybook.api.exchange.DryRunnable;
import io.daybook.api.exchange.Paths;
import io.daybook.api.exchange.SerialList;
import io.daybook.api.exchange.StrictJson;
import io.daybook.api.exchange.TimeOrderedIds;
import io.daybook.api.security.Caller;
import io.daybook.domain.inventory.CommitReservation;
import io.daybook.domain.inventory.ExtendReservation;
import io.daybook.domain.inventory.ReleaseReservation;
import io.daybook.domain.inventory.ReserveStock;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.StockItemId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
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

/** Promises units, and ends promises. */
@DryRunnable
@RestController
@RequestMapping(path = StockCommandController.PATH + "/{sku}/{location}/reservations")
@Tag(name = "Inventory")
final class ReservationCommandController {

    /** A year: a promise that is to hold longer needs no end. */
    private static final long MOST_SECONDS = 31_536_000;

    private final StrictJson json;
    private final StockCommands stock;
    private final TimeOrderedIds ids;
    private final Clock clock;

    ReservationCommandController(
            StrictJson json, StockCommands stock, TimeOrderedIds ids, Clock clock) {
        this.json = json;
        this.stock = stock;
        this.ids = ids;
        this.clock = clock;
    }

    record ReserveRequest(
            @Nullable Long quantity, @Nullable Long expiresInSeconds, @Nullable String reference) {}

    record ExtendRequest(@Nullable Long expiresInSeconds) {}

    record ReleaseRequest(@Nullable String reason) {}

    record CommitRequest(@Nullable Long quantity, @Nullable List<@Nullable String> serials) {}

    @Operation(summary = "Promises units to somebody, for ever or for a time")
    @RequestBody(content = @Content(schema = @Schema(implementation = ReserveRequest.class)))
    @AnswersWith(value = ReservationAnswer.class, status = 201)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> reserve(
            @PathVariable String sku, @PathVariable String location, ServerWebExchange exchange) {
        StockPath path = StockPath.of(sku, location);
        // Not made from the key: a stock item tells by the age of an id whether it could have
        // forgotten the reservation. A retry is answered with what is stored under the key.
        ReservationId id = ReservationId.of(ids.next());
        return Caller.of(exchange)
                .flatMap(caller ->
                        stock.created(
                                exchange,
                                caller,
                                path,
                                (item, body, checks) -> reserve(item, id, body, checks),
                                ReservationAnswer::of,
                                answer -> "/reservations/" + answer.reservationId()));
    }

    private ReserveStock reserve(StockItemId item, ReservationId id, byte[] body, Checks checks) {
        var request = json.read(body, ReserveRequest.class);
        Instant now = clock.instant();
        Integer seconds =
                checks.optionalWhole(
                        "/expiresInSeconds", request.expiresInSeconds, 1, MOST_SECONDS);
        return new ReserveStock(
                item,
                id,
                checks.whole("/quantity", request.quantity, 1, StockCommandController.MOST),
                checks.optionalText("/reference", request.reference, 100),
                seconds == null ? null : now.plusSeconds(seconds),
                now);
    }

    @Operation(summary = "Lets a reservation hold until so many seconds from now")
    @RequestBody(content = @Content(schema = @Schema(implementation = ExtendRequest.class)))
    @AnswersWith(StockAnswer.class)
    @PostMapping(path = "/{reservationId}/extend", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> extend(
            @PathVariable String sku,
            @PathVariable String location,
            @PathVariable String reservationId,
            ServerWebExchange exchange) {
        ReservationId id = Paths.id("reservationId", reservationId, ReservationId::new);
        return stock.answered(
                exchange,
                sku,
                location,
                (item, body, checks) -> {
                    var request = json.read(body, ExtendRequest.class);
                    int seconds =
                            checks.whole(
                                    "/expiresInSeconds", request.expiresInSeconds, 1, MOST_SECONDS);
                    return new ExtendReservation(item, id, clock.instant().plusSeconds(seconds));
                });
    }

    @Operation(summary = "Gives what is open of a reservation back to the sellable stock")
    @RequestBody(
            content = @Content(schema = @Schema(implementation = ReleaseRequest.class)),
            required = false)
    @AnswersWith(StockAnswer.class)
    @PostMapping(path = "/{reservationId}/release")
    Mono<ResponseEntity<byte[]>> release(
            @PathVariable String sku,
            @PathVariable String location,
            @PathVariable String reservationId,
            ServerWebExchange exchange) {
        ReservationId id = Paths.id("reservationId", reservationId, ReservationId::new);
        return stock.answered(
                exchange,
                sku,
                location,
                (item, body, checks) -> {
                    var request = json.read(body, ReleaseRequest.class);
                    return new ReleaseReservation(
                            item, id, checks.optionalText("/reason", request.reason, 500));
                });
    }

    @Operation(
            summary =
                    "Takes reserved units off the shelf; all that are open when no quantity is"
                            + " given")
    @RequestBody(
            content = @Content(schema = @Schema(implementation = CommitRequest.class)),
            required = false)
    @AnswersWith(StockAnswer.class)
    @PostMapping(path = "/{reservationId}/commit")
    Mono<ResponseEntity<byte[]>> commit(
            @PathVariable String sku,
            @PathVariable String location,
            @PathVariable String reservationId,
            ServerWebExchange exchange) {
        ReservationId id = Paths.id("reservationId", reservationId, ReservationId::new);
        String commitment = "call-" + ids.next();
        return stock.answered(
                exchange,
                sku,
                location,
                (item, body, checks) -> {
                    var request = json.read(body, CommitRequest.class);
                    return new CommitReservation(
                            item,
                            id,
                            checks.optionalWhole(
                                    "/quantity", request.quantity, 1, StockCommandController.MOST),
                            commitment,
                            clock.instant(),
                            SerialList.checked(checks, "/serials", request.serials));
                });
    }
}
