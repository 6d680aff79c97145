package io.daybook.api.payment;

import io.daybook.api.exchange.AnswersWith;
import io.daybook.api.exchange.Checks;
import io.daybook.api.exchange.DryRunnable;
import io.daybook.api.exchange.StrictJson;
import io.daybook.domain.payment.CloseDispute;
import io.daybook.domain.payment.DisputeOutcome;
import io.daybook.domain.payment.OpenDispute;
import io.daybook.domain.shared.Money;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Records disputes that a provider does not report by itself. */
@DryRunnable
@RestController
@RequestMapping(path = PaymentCommandController.PATH + "/{paymentId}/disputes")
@Tag(name = "Payments")
final class DisputeController {

    private final StrictJson json;
    private final PaymentCommands payments;

    DisputeController(StrictJson json, PaymentCommands payments) {
        this.json = json;
        this.payments = payments;
    }

    record OpenDisputeRequest(
            @Nullable String disputeId, @Nullable String amount, @Nullable String reason) {}

    record CloseDisputeRequest(@Nullable String outcome) {}

    @Operation(summary = "Opens a dispute; its amount cannot be refunded until it is decided")
    @RequestBody(content = @Content(schema = @Schema(implementation = OpenDisputeRequest.class)))
    @AnswersWith(PaymentAnswer.class)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> open(@PathVariable String paymentId, ServerWebExchange exchange) {
        return payments.answered(
                exchange,
                paymentId,
                (id, currency, body) -> {
                    var request = json.read(body, OpenDisputeRequest.class);
                    var checks = new Checks();
                    String disputeId = checks.text("/disputeId", request.disputeId, 100);
                    Money amount = checks.positiveAmount("/amount", request.amount, currency);
                    String reason = checks.text("/reason", request.reason, 500);
                    checks.done();
                    return new OpenDispute(id, disputeId, amount, reason);
                });
    }

    @Operation(summary = "Closes a dispute: WON, the money stays, or LOST, it was charged back")
    @RequestBody(content = @Content(schema = @Schema(implementation = CloseDisputeRequest.class)))
    @AnswersWith(PaymentAnswer.class)
    @PostMapping(path = "/{disputeId}/close", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> close(
            @PathVariable String paymentId,
            @PathVariable String disputeId,
            ServerWebExchange exchange) {
        return payments.answered(
                exchange,
                paymentId,
                (id, _, body) -> {
                    var request = json.read(body, CloseDisputeRequest.class);
                    var checks = new Checks();
                    DisputeOutcome outcome =
                            checks.value("/outcome", request.outcome, DisputeController::outcome);
                    checks.done();
                    if (outcome == null) {
                        throw new IllegalStateException("a checked request has an outcome");
                    }
                    return new CloseDispute(id, disputeId, outcome);
                });
    }

    private static DisputeOutcome outcome(String text) {
        return switch (text) {
            case "WON" -> DisputeOutcome.WON;
            case "LOST" -> DisputeOutcome.LOST;
            default -> throw new IllegalArgumentException("must be WON or LOST");
        };
    }
}
