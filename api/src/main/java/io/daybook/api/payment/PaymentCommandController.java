package io.daybook.api.payment;

import io.daybook.api.exchange.Answers;
import io.daybook.api.exchange.AnswersWith;
import io.daybook.api.exchange.Checks;
import io.daybook.api.exchange.Commands;
import io.daybook.api.exchange.DryRunnable;
import io.daybook.api.exchange.Outcome;
import io.daybook.api.exchange.Paths;
import io.daybook.api.exchange.Reads;
import io.daybook.api.exchange.Representations;
import io.daybook.api.exchange.StrictJson;
import io.daybook.api.exchange.TimeOrderedIds;
import io.daybook.api.problem.ProblemException;
import io.daybook.api.security.Caller;
import io.daybook.domain.order.FindOrderAt;
import io.daybook.domain.payment.AuthorisePayment;
import io.daybook.domain.payment.CapturePayment;
import io.daybook.domain.payment.FindPayment;
import io.daybook.domain.payment.FindPaymentAt;
import io.daybook.domain.payment.PaymentCommand;
import io.daybook.domain.payment.PaymentReceipt;
import io.daybook.domain.payment.RefundPayment;
import io.daybook.domain.payment.VoidPayment;
import io.daybook.domain.projection.ProjectionNames;
import io.daybook.domain.read.Moment;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Currency;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Moves money. */
@DryRunnable
@RestController
@RequestMapping(path = PaymentCommandController.PATH)
@Tag(name = "Payments")
final class PaymentCommandController {

    static final String PATH = "/api/v1/payments";

    private static final Set<String> PAYABLE = Set.of("CONFIRMED", "IN_FULFILMENT", "COMPLETED");

    private final StrictJson json;
    private final Commands commands;
    private final Answers answers;
    private final Reads reads;
    private final Representations representations;
    private final TimeOrderedIds ids;
    private final JsonMapper documents = JsonMapper.builder().build();

    PaymentCommandController(
            StrictJson json,
            Commands commands,
            Answers answers,
            Reads reads,
            Representations representations,
            TimeOrderedIds ids) {
        this.json = json;
        this.commands = commands;
        this.answers = answers;
        this.reads = reads;
        this.representations = representations;
        this.ids = ids;
    }

    record AuthoriseRequest(
            @Nullable String orderId,
            @Nullable String amount,
            @Nullable String currency,
            @Nullable String method,
            @Nullable String token) {}

    record CaptureRequest(@Nullable String amount) {}

    record RefundRequest(@Nullable String amount, @Nullable String reason) {}

    @Operation(summary = "Authorises a further payment for an order")
    @RequestBody(content = @Content(schema = @Schema(implementation = AuthoriseRequest.class)))
    @AnswersWith(value = PaymentAnswer.class, status = 201)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> authorise(ServerWebExchange exchange) {
        return Caller.of(exchange)
                .flatMap(caller ->
                        commands.body(exchange)
                                .flatMap(body -> {
                                    AuthorisePayment command =
                                            command(json.read(body, AuthoriseRequest.class));
                                    return reads.find(
                                                    new FindOrderAt(
                                                            caller.tenant(),
                                                            command.orderId(),
                                                            Moment.NEWEST))
                                            .switchIfEmpty(
                                                    Mono.error(() ->
                                                            ProblemException.notFound("order")))
                                            .map(order -> documents.readTree(order.json()))
                                            .flatMap(order ->
                                                    payable(exchange, caller, order, command))
                                            .flatMap(_ ->
                                                    commands.send(exchange, caller, command, body))
                                            .flatMap(outcome ->
                                                    represented(
                                                            exchange,
                                                            caller,
                                                            outcome,
                                                            PATH + '/' + id(outcome)));
                                }));
    }

    @Operation(summary = "Takes authorised money; all that is left when no amount is given")
    @RequestBody(
            content = @Content(schema = @Schema(implementation = CaptureRequest.class)),
            required = false)
    @AnswersWith(PaymentAnswer.class)
    @PostMapping(path = "/{paymentId}/capture")
    Mono<ResponseEntity<byte[]>> capture(
            @PathVariable String paymentId, ServerWebExchange exchange) {
        return answered(
                exchange,
                paymentId,
                (id, currency, body) -> {
                    var request = json.read(body, CaptureRequest.class);
                    var checks = new Checks();
                    Money amount =
                            request.amount == null
                                    ? null
                                    : positive(checks, request.amount, currency);
                    checks.done();
                    return new CapturePayment(id, amount, "capture-" + ids.next());
                });
    }

    @Operation(summary = "Gives back what is authorised and not captured")
    @AnswersWith(PaymentAnswer.class)
    @PostMapping(path = "/{paymentId}/void")
    Mono<ResponseEntity<byte[]>> release(
            @PathVariable String paymentId, ServerWebExchange exchange) {
        return answered(
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
        return answered(
                exchange,
                paymentId,
                (id, currency, body) -> {
                    var request = json.read(body, RefundRequest.class);
                    var checks = new Checks();
                    Money amount = positive(checks, request.amount, currency);
                    String reason = checks.text("/reason", request.reason, 500);
                    checks.done();
                    return new RefundPayment(id, amount, reason, "refund-" + ids.next());
                });
    }

    private interface Parsed {
        PaymentCommand command(PaymentId id, Currency currency, byte[] body);
    }

    private Mono<ResponseEntity<byte[]>> answered(
            ServerWebExchange exchange, String paymentId, Parsed parsed) {
        PaymentId id = Paths.id("paymentId", paymentId, PaymentId::new);
        // Amounts come without a currency: the payment's own governs. It is read from the log,
        // because the read model
        // may not know yet what was authorised a moment ago.
        return Caller.of(exchange)
                .flatMap(caller ->
                        reads.find(new FindPaymentAt(caller.tenant(), id, Moment.NEWEST))
                                .switchIfEmpty(
                                        Mono.error(() -> ProblemException.notFound("payment")))
                                .map(payment ->
                                        Currency.getInstance(
                                                documents
                                                        .readTree(payment.json())
                                                        .path("currency")
                                                        .asString()))
                                .flatMap(currency ->
                                        commands.body(exchange)
                                                .flatMap(body ->
                                                        commands.send(
                                                                exchange,
                                                                caller,
                                                                parsed.command(id, currency, body),
                                                                body)))
                                .flatMap(outcome -> represented(exchange, caller, outcome, null)));
    }

    private Mono<ResponseEntity<byte[]>> represented(
            ServerWebExchange exchange, Caller caller, Outcome outcome, @Nullable String location) {
        return representations.answer(
                exchange,
                caller,
                outcome,
                answers.plain(outcome, PaymentAnswer.of(outcome), location),
                ProjectionNames.PAYMENTS,
                new FindPayment(caller.tenant(), id(outcome)));
    }

    private static PaymentId id(Outcome outcome) {
        return ((PaymentReceipt) outcome.receipt()).paymentId();
    }

    private AuthorisePayment command(AuthoriseRequest request) {
        var checks = new Checks();
        OrderId orderId = checks.value("/orderId", request.orderId, OrderId::new);
        Currency currency = checks.currency("/currency", request.currency);
        Money amount = positive(checks, request.amount, currency);
        String method = checks.text("/method", request.method, 50);
        String token = checks.text("/token", request.token, 200);
        checks.done();
        if (orderId == null) {
            throw new IllegalStateException("a checked request has an order");
        }
        return new AuthorisePayment(PaymentId.of(ids.next()), orderId, amount, method, token);
    }

    private static Money positive(Checks checks, @Nullable String raw, Currency currency) {
        Money amount = checks.amount("/amount", raw, currency);
        if (raw != null && amount.isZero()) {
            checks.wrong("/amount", "must be more than 0");
        }
        return amount;
    }

    /** A repeated request gets its first answer, whatever became of the order since. */
    private Mono<Boolean> payable(
            ServerWebExchange exchange, Caller caller, JsonNode order, AuthorisePayment command) {
        ProblemException problem = problem(order, command);
        return problem == null
                ? Mono.just(true)
                : answers.knowsKey(exchange, caller)
                        .flatMap(known -> known ? Mono.just(true) : Mono.error(problem));
    }

    private static @Nullable ProblemException problem(JsonNode order, AuthorisePayment command) {
        String currency = order.path("currency").asString();
        if (!currency.equals(command.amount().currency().getCurrencyCode())) {
            return ProblemException.invalid(
                    "/currency", "must be the order's currency, " + currency);
        }
        String status = order.path("status").asString();
        return PAYABLE.contains(status)
                ? null
                : ProblemException.of(
                        HttpStatus.CONFLICT,
                        "order-not-payable",
                        "The order is " + status + " and takes no payment.");
    }
}
