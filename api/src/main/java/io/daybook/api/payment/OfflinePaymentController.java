package io.daybook.api.payment;

import io.daybook.api.exchange.AnswersWith;
import io.daybook.api.exchange.Checks;
import io.daybook.api.exchange.DryRunnable;
import io.daybook.api.exchange.StrictJson;
import io.daybook.api.exchange.TimeOrderedIds;
import io.daybook.domain.payment.ConfirmRefund;
import io.daybook.domain.payment.ExpireAuthorisation;
import io.daybook.domain.payment.OfflineMethod;
import io.daybook.domain.payment.RecordOfflinePayment;
import io.daybook.domain.payment.ResolveDoubt;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Money that people hand over, and doubts that people end. */
@DryRunnable
@RestController
@RequestMapping(path = PaymentCommandController.PATH)
@Tag(name = "Payments")
final class OfflinePaymentController {

    private final StrictJson json;
    private final PaymentCommands payments;
    private final TimeOrderedIds ids;
    private final Clock clock;

    OfflinePaymentController(
            StrictJson json, PaymentCommands payments, TimeOrderedIds ids, Clock clock) {
        this.json = json;
        this.payments = payments;
        this.ids = ids;
        this.clock = clock;
    }

    record OfflinePaymentRequest(
            @Nullable String orderId,
            @Nullable String amount,
            @Nullable String currency,
            @Nullable String method,
            @Nullable String reference) {}

    record ConfirmRefundRequest(@Nullable String reference) {}

    record ResolveDoubtRequest(@Nullable Boolean happened, @Nullable String evidence) {}

    @Operation(summary = "Records cash, a bank transfer or a cheque that was received for an order")
    @RequestBody(content = @Content(schema = @Schema(implementation = OfflinePaymentRequest.class)))
    @AnswersWith(value = PaymentAnswer.class, status = 201)
    @PostMapping(path = "/offline", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> record(ServerWebExchange exchange) {
        return payments.created(
                exchange,
                body -> {
                    RecordOfflinePayment command =
                            command(json.read(body, OfflinePaymentRequest.class));
                    return new PaymentCommands.Intended(
                            command, command.orderId(), command.amount().currency(), null);
                });
    }

    @Operation(summary = "Confirms that the money of an offline refund was handed over")
    @RequestBody(content = @Content(schema = @Schema(implementation = ConfirmRefundRequest.class)))
    @AnswersWith(PaymentAnswer.class)
    @PostMapping(
            path = "/{paymentId}/refunds/{operationId}/confirm",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> confirm(
            @PathVariable String paymentId,
            @PathVariable String operationId,
            ServerWebExchange exchange) {
        return payments.answered(
                exchange,
                paymentId,
                (id, _, body) -> {
                    var checks = new Checks();
                    String reference =
                            checks.text(
                                    "/reference",
                                    json.read(body, ConfirmRefundRequest.class).reference,
                                    200);
                    checks.done();
                    return new ConfirmRefund(id, operationId, reference);
                });
    }

    @Operation(summary = "Ends a doubt with what was found out at the provider")
    @RequestBody(content = @Content(schema = @Schema(implementation = ResolveDoubtRequest.class)))
    @AnswersWith(PaymentAnswer.class)
    @PostMapping(
            path = "/{paymentId}/doubts/{operationId}/resolve",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> resolve(
            @PathVariable String paymentId,
            @PathVariable String operationId,
            ServerWebExchange exchange) {
        return payments.answered(
                exchange,
                paymentId,
                (id, _, body) -> {
                    var request = json.read(body, ResolveDoubtRequest.class);
                    var checks = new Checks();
                    if (request.happened == null) {
                        checks.wrong("/happened", "is required");
                    }
                    String evidence = checks.text("/evidence", request.evidence, 200);
                    checks.done();
                    return new ResolveDoubt(
                            id, operationId, Boolean.TRUE.equals(request.happened), evidence);
                });
    }

    @Operation(summary = "Lets go of an authorisation whose time is over")
    @AnswersWith(PaymentAnswer.class)
    @PostMapping(path = "/{paymentId}/expire")
    Mono<ResponseEntity<byte[]>> expire(
            @PathVariable String paymentId, ServerWebExchange exchange) {
        return payments.answered(
                exchange,
                paymentId,
                (id, _, body) -> {
                    json.readNothing(body);
                    return new ExpireAuthorisation(id, clock.instant());
                });
    }

    private RecordOfflinePayment command(OfflinePaymentRequest request) {
        var checks = new Checks();
        OrderId orderId = checks.value("/orderId", request.orderId, OrderId::new);
        Currency currency = checks.currency("/currency", request.currency);
        Money amount = checks.positiveAmount("/amount", request.amount, currency);
        OfflineMethod method = checks.value("/method", request.method, OfflineMethod::of);
        String reference = checks.text("/reference", request.reference, 200);
        checks.done();
        if (orderId == null || method == null) {
            throw new IllegalStateException("a checked request has an order and a method");
        }
        return new RecordOfflinePayment(
                PaymentId.of(ids.next()), orderId, amount, method, reference);
    }
}
