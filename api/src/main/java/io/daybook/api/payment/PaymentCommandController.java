package io.daybook.api.payment;

import io.daybook.api.exchange.AnswersWith;
import io.daybook.api.exchange.Checks;
import io.daybook.api.exchange.DryRunnable;
import io.daybook.api.exchange.StrictJson;
import io.daybook.api.exchange.TimeOrderedIds;
import io.daybook.domain.payment.AuthorisePayment;
import io.daybook.domain.payment.CapturePayment;
import io.daybook.domain.payment.OfflineMethod;
import io.daybook.domain.payment.RefundPayment;
import io.daybook.domain.payment.StoreCreditMethod;
import io.daybook.domain.payment.VoidPayment;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.ReturnId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
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

/** Moves money. */
@DryRunnable
@RestController
@RequestMapping(path = PaymentCommandController.PATH)
@Tag(name = "Payments")
final class PaymentCommandController {

    static final String PATH = "/api/v1/payments";

    private final StrictJson json;
    private final PaymentCommands payments;
    private final TimeOrderedIds ids;

    PaymentCommandController(StrictJson json, PaymentCommands payments, TimeOrderedIds ids) {
        this.json = json;
        this.payments = payments;
        this.ids = ids;
    }

    record AuthoriseRequest(
            @Nullable String orderId,
            @Nullable String amount,
            @Nullable String currency,
            @Nullable String method,
            @Nullable String token) {}

    record CaptureRequest(@Nullable String amount) {}

    record RefundRequest(
            @Nullable String amount, @Nullable String reason, @Nullable String returnId) {}

    @Operation(
            summary =
                    "Authorises a further payment for an order; the token of store credit is the customer")
    @RequestBody(content = @Content(schema = @Schema(implementation = AuthoriseRequest.class)))
    @AnswersWith(value = PaymentAnswer.class, status = 201)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> authorise(ServerWebExchange exchange) {
        return payments.created(
                exchange,
                body -> {
                    AuthorisePayment command = command(json.read(body, AuthoriseRequest.class));
                    return new PaymentCommands.Intended(
                            command,
                            command.orderId(),
                            command.amount().currency(),
                            StoreCreditMethod.is(command.method()) ? command.token() : null);
                });
    }

    @Operation(summary = "Takes authorised money; all that is left when no amount is given")
    @RequestBody(
            content = @Content(schema = @Schema(implementation = CaptureRequest.class)),
            required = false)
    @AnswersWith(PaymentAnswer.class)
    @PostMapping(path = "/{paymentId}/capture")
    Mono<ResponseEntity<byte[]>> capture(
            @PathVariable String paymentId, ServerWebExchange exchange) {
        return payments.answered(
                exchange,
                paymentId,
                (id, currency, body) -> {
                    var request = json.read(body, CaptureRequest.class);
                    var checks = new Checks();
                    Money amount =
                            request.amount == null
                                    ? null
                                    : checks.positiveAmount("/amount", request.amount, currency);
                    checks.done();
                    return new CapturePayment(id, amount, "capture-" + ids.next());
                });
    }

    @Operation(
            summary =
                    "Gives back what is authorised and not captured; gives up a customer who does not act")
    @AnswersWith(PaymentAnswer.class)
    @PostMapping(path = "/{paymentId}/void")
    Mono<ResponseEntity<byte[]>> release(
            @PathVariable String paymentId, ServerWebExchange exchange) {
        return payments.answered(
                exchange,
                paymentId,
                (id, _, body) -> {
                    json.readNothing(body);
                    return new VoidPayment(id, "void-" + ids.next());
                });
    }

    @Operation(summary = "Gives captured money back")
    @RequestBody(content = @Content(schema = @Schema(implementation = RefundRequest.class)))
    @AnswersWith(PaymentAnswer.class)
    @PostMapping(path = "/{paymentId}/refunds", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> refund(
            @PathVariable String paymentId, ServerWebExchange exchange) {
        return payments.answered(
                exchange,
                paymentId,
                (id, currency, body) -> {
                    var request = json.read(body, RefundRequest.class);
                    var checks = new Checks();
                    Money amount = checks.positiveAmount("/amount", request.amount, currency);
                    String reason = checks.text("/reason", request.reason, 500);
                    ReturnId returnId =
                            checks.optional("/returnId", request.returnId, ReturnId::new);
                    checks.done();
                    String cause = returnId == null ? "" : returnId + "-";
                    return new RefundPayment(id, amount, reason, "refund-" + cause + ids.next());
                });
    }

    private AuthorisePayment command(AuthoriseRequest request) {
        var checks = new Checks();
        OrderId orderId = checks.value("/orderId", request.orderId, OrderId::new);
        Currency currency = checks.currency("/currency", request.currency);
        Money amount = checks.positiveAmount("/amount", request.amount, currency);
        String method = checks.text("/method", request.method, 50);
        if (OfflineMethod.isOffline(method)) {
            checks.wrong("/method", "is recorded at /payments/offline");
        }
        String token = checks.text("/token", request.token, 200);
        checks.done();
        if (orderId == null) {
            throw new IllegalStateException("a checked request has an order");
        }
        return new AuthorisePayment(PaymentId.of(ids.next()), orderId, amount, method, token);
    }
}
