package io.daybook.api.payment;

import io.daybook.api.exchange.Answers;
import io.daybook.api.exchange.Commands;
import io.daybook.api.exchange.Outcome;
import io.daybook.api.exchange.Paths;
import io.daybook.api.exchange.Reads;
import io.daybook.api.exchange.Representations;
import io.daybook.api.security.Caller;
import io.daybook.domain.payment.FindPayment;
import io.daybook.domain.payment.FindPaymentAt;
import io.daybook.domain.payment.PaymentCommand;
import io.daybook.domain.payment.PaymentReceipt;
import io.daybook.domain.projection.ProjectionNames;
import io.daybook.domain.read.Moment;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import java.util.Currency;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** From a request to a command on a payment, and back. */
@Component
final class PaymentCommands {

    private final Commands commands;
    private final PayableOrders orders;
    private final Answers answers;
    private final Reads reads;
    private final Representations representations;
    private final JsonMapper documents = JsonMapper.builder().build();

    PaymentCommands(
            Commands commands,
            PayableOrders orders,
            Answers answers,
            Reads reads,
            Representations representations) {
        this.commands = commands;
        this.orders = orders;
        this.answers = answers;
        this.reads = reads;
        this.representations = representations;
    }

    /**
     * Reads the command out of the body. Amounts come without a currency: the payment's governs.
     */
    @FunctionalInterface
    interface Parsed {
        PaymentCommand command(PaymentId id, Currency currency, byte[] body);
    }

    /** Sends a command to a payment that exists. */
    Mono<ResponseEntity<byte[]>> answered(
            ServerWebExchange exchange, String paymentId, Parsed parsed) {
        PaymentId id = Paths.id("paymentId", paymentId, PaymentId::new);
        return Caller.of(exchange)
                .flatMap(caller ->
                        currency(caller, id)
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

    /** Read from the log: the read model may not know what was authorised a moment ago. */
    private Mono<Currency> currency(Caller caller, PaymentId id) {
        return reads.existing(new FindPaymentAt(caller.tenant(), id, Moment.NEWEST), "payment")
                .map(payment ->
                        Currency.getInstance(
                                documents.readTree(payment.json()).path("currency").asString()));
    }

    /**
     * A payment that is to be made.
     *
     * @param orderId what it is for
     * @param customer who pays with credit; {@code null} for any other method
     */
    record Intended(
            PaymentCommand command,
            OrderId orderId,
            Currency currency,
            @Nullable String customer) {}

    /** Makes a payment for an order that takes it. */
    Mono<ResponseEntity<byte[]>> created(
            ServerWebExchange exchange, Function<byte[], Intended> parsed) {
        return Caller.of(exchange)
                .flatMap(caller ->
                        commands.body(exchange)
                                .flatMap(body -> made(exchange, caller, parsed.apply(body), body)));
    }

    private Mono<ResponseEntity<byte[]>> made(
            ServerWebExchange exchange, Caller caller, Intended payment, byte[] body) {
        return orders.payable(
                        exchange, caller, payment.orderId(), payment.currency(), payment.customer())
                .flatMap(_ -> commands.send(exchange, caller, payment.command(), body))
                .flatMap(outcome ->
                        represented(
                                exchange,
                                caller,
                                outcome,
                                PaymentCommandController.PATH + '/' + id(outcome)));
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
}
