package io.daybook.api.payment;

import io.daybook.api.exchange.Answers;
import io.daybook.api.exchange.Reads;
import io.daybook.api.problem.ProblemException;
import io.daybook.api.security.Caller;
import io.daybook.domain.order.FindOrderAt;
import io.daybook.domain.payment.PaymentView;
import io.daybook.domain.read.Moment;
import io.daybook.domain.shared.OrderId;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The orders that payments are made for. */
@Component
final class PayableOrders {

    private static final Set<String> PAYABLE = Set.of("CONFIRMED", "IN_FULFILMENT", "COMPLETED");

    private final Reads reads;
    private final Answers answers;
    private final JsonMapper documents = JsonMapper.builder().build();

    PayableOrders(Reads reads, Answers answers) {
        this.reads = reads;
        this.answers = answers;
    }

    /** The order as it is now, read from the log. */
    Mono<JsonNode> find(Caller caller, OrderId orderId) {
        return reads.existing(new FindOrderAt(caller.tenant(), orderId, Moment.NEWEST), "order")
                .map(order -> documents.readTree(order.json()));
    }

    /** The payments of the order, the oldest first. */
    List<PaymentView> payments(JsonNode order) {
        return order.path("payments").values().stream()
                .map(payment -> documents.treeToValue(payment, PaymentView.class))
                .toList();
    }

    /**
     * Completes with the order when it takes a payment in this currency. A repeated request gets
     * its first answer, whatever became of the order since.
     *
     * @param customer who pays with credit; {@code null} for any other method
     */
    Mono<JsonNode> payable(
            ServerWebExchange exchange,
            Caller caller,
            OrderId orderId,
            Currency currency,
            @Nullable String customer) {
        return find(caller, orderId)
                .flatMap(order -> {
                    ProblemException problem = problem(order, currency, customer);
                    return problem == null
                            ? Mono.just(order)
                            : unlessRepeated(exchange, caller, order, problem);
                });
    }

    /** A repeated request is never a problem: its first answer stands. */
    <T> Mono<T> unlessRepeated(
            ServerWebExchange exchange, Caller caller, T repeated, ProblemException problem) {
        return answers.knowsKey(exchange, caller)
                .flatMap(known -> known ? Mono.just(repeated) : Mono.error(problem));
    }

    private static @Nullable ProblemException problem(
            JsonNode order, Currency paid, @Nullable String customer) {
        String currency = order.path("currency").asString();
        if (!currency.equals(paid.getCurrencyCode())) {
            return ProblemException.invalid(
                    "/currency", "must be the order's currency, " + currency);
        }
        if (customer != null && !customer.equals(order.path("customerId").asString())) {
            return ProblemException.invalid("/token", "must be the customer of the order");
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
