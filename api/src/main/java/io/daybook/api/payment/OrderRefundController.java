package io.daybook.api.payment;

import io.daybook.api.exchange.Answers;
import io.daybook.api.exchange.AnswersWith;
import io.daybook.api.exchange.Checks;
import io.daybook.api.exchange.Commands;
import io.daybook.api.exchange.DryRunnable;
import io.daybook.api.exchange.Outcome;
import io.daybook.api.exchange.StrictJson;
import io.daybook.api.exchange.TimeOrderedIds;
import io.daybook.api.problem.RejectionProblems;
import io.daybook.api.security.Caller;
import io.daybook.domain.message.CommandResult;
import io.daybook.domain.payment.PaymentRejection;
import io.daybook.domain.payment.PaymentView;
import io.daybook.domain.payment.RefundPayment;
import io.daybook.domain.payment.RefundPlan;
import io.daybook.domain.payment.RefundPreference;
import io.daybook.domain.payment.RefundSource;
import io.daybook.domain.payment.RefundStep;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Gives money of an order back, whichever of its payments it came from. */
@RestController
@DryRunnable
@RequestMapping(path = PaymentCommandController.PATH)
@Tag(name = "Payments")
final class OrderRefundController {

    private final StrictJson json;
    private final Commands commands;
    private final Answers answers;
    private final PayableOrders orders;
    private final TimeOrderedIds ids;

    OrderRefundController(
            StrictJson json,
            Commands commands,
            Answers answers,
            PayableOrders orders,
            TimeOrderedIds ids) {
        this.json = json;
        this.commands = commands;
        this.answers = answers;
        this.orders = orders;
        this.ids = ids;
    }

    record OrderRefundRequest(
            @Nullable String orderId,
            @Nullable String amount,
            @Nullable String reason,
            @Nullable String preference) {}

    private record Wanted(
            OrderId orderId, String amount, String reason, RefundPreference preference) {}

    /** A plan that one command carries: the first payment keeps the steps of the others. */
    private record Planned(RefundPayment command, RefundAnswer answer) {}

    @Operation(
            summary =
                    "Refunds an amount over the payments of an order; preference: OLDEST_FIRST (default),"
                            + " NEWEST_FIRST, FEWEST_PAYMENTS, STORE_CREDIT_FIRST, STORE_CREDIT_LAST")
    @RequestBody(content = @Content(schema = @Schema(implementation = OrderRefundRequest.class)))
    @AnswersWith(RefundAnswer.class)
    @PostMapping(path = "/refunds", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> refund(ServerWebExchange exchange) {
        return Caller.of(exchange)
                .flatMap(caller ->
                        commands.body(exchange)
                                .flatMap(body -> {
                                    Wanted wanted =
                                            wanted(json.read(body, OrderRefundRequest.class));
                                    String refundId =
                                            "refund-"
                                                    + ids.of(
                                                            exchange,
                                                            caller,
                                                            commands.key(exchange));
                                    return orders.find(caller, wanted.orderId)
                                            .flatMap(order ->
                                                    planned(
                                                            exchange, caller, wanted, refundId,
                                                            order))
                                            .flatMap(planned ->
                                                    commands.send(
                                                                    exchange,
                                                                    caller,
                                                                    planned.command,
                                                                    body)
                                                            .flatMap(outcome ->
                                                                    answer(
                                                                            exchange, caller,
                                                                            outcome, planned)));
                                }));
    }

    private Mono<Planned> planned(
            ServerWebExchange exchange,
            Caller caller,
            Wanted wanted,
            String refundId,
            JsonNode order) {
        var payments = orders.payments(order);
        var checks = new Checks();
        Currency currency = Currency.getInstance(order.path("currency").asString());
        Money amount = checks.positiveAmount("/amount", wanted.amount, currency);
        checks.done();
        var plan = RefundPlan.of(amount, sources(payments), wanted.preference);
        var answer = RefundAnswer.of(wanted.orderId, refundId, amount, plan);
        if (plan.isComplete()) {
            RefundStep first = plan.steps().getFirst();
            return Mono.just(
                    new Planned(
                            new RefundPayment(
                                    first.paymentId(),
                                    first.amount(),
                                    wanted.reason,
                                    refundId,
                                    plan.steps().subList(1, plan.steps().size())),
                            answer));
        }
        var problem =
                RejectionProblems.problem(
                        new CommandResult.Refused(
                                new PaymentRejection.ExceedsCaptured(
                                        amount, amount.minus(plan.missing())),
                                0,
                                List.of()));
        if (payments.isEmpty()) {
            return Mono.error(problem);
        }
        // The stored answer of the first attempt counts; the command is not judged again.
        var again =
                new RefundPayment(payments.getFirst().paymentId(), amount, wanted.reason, refundId);
        return orders.unlessRepeated(exchange, caller, new Planned(again, answer), problem);
    }

    private static List<RefundSource> sources(List<PaymentView> payments) {
        return payments.stream()
                .map(payment ->
                        new RefundSource(
                                payment.paymentId(),
                                payment.method(),
                                payment.amounts().refundable()))
                .toList();
    }

    private Mono<ResponseEntity<byte[]>> answer(
            ServerWebExchange exchange, Caller caller, Outcome outcome, Planned planned) {
        var plain = answers.plain(outcome, planned.answer, null);
        return outcome.stored() != null
                ? Mono.just(plain)
                : answers.fuller(
                        exchange,
                        caller,
                        plain,
                        answers.write(planned.answer),
                        outcome.version(),
                        outcome.position());
    }

    private static Wanted wanted(OrderRefundRequest request) {
        var checks = new Checks();
        OrderId orderId = checks.value("/orderId", request.orderId, OrderId::new);
        String amount = checks.text("/amount", request.amount, 30);
        String reason = checks.text("/reason", request.reason, 500);
        RefundPreference preference =
                checks.optional(
                        "/preference", request.preference, OrderRefundController::preference);
        checks.done();
        if (orderId == null) {
            throw new IllegalStateException("a checked request has an order");
        }
        return new Wanted(
                orderId,
                amount,
                reason,
                preference == null ? RefundPreference.OLDEST_FIRST : preference);
    }

    private static RefundPreference preference(String text) {
        for (RefundPreference each : RefundPreference.values()) {
            if (each.name().equals(text)) {
                return each;
            }
        }
        throw new IllegalArgumentException("must be one of " + List.of(RefundPreference.values()));
    }
}
