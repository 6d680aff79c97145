package io.daybook.api.payment;

import io.daybook.api.exchange.AnswersWith;
import io.daybook.api.exchange.Histories;
import io.daybook.api.exchange.LoggedEvent;
import io.daybook.api.exchange.Parameters;
import io.daybook.api.exchange.Paths;
import io.daybook.api.exchange.QueryParameters;
import io.daybook.api.exchange.Reads;
import io.daybook.api.security.Caller;
import io.daybook.domain.payment.FindPayment;
import io.daybook.domain.payment.FindPaymentAt;
import io.daybook.domain.payment.ListPayments;
import io.daybook.domain.payment.PaymentStatus;
import io.daybook.domain.payment.PaymentView;
import io.daybook.domain.projection.ProjectionNames;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Reads payments: as they are, as they were, and what happened to them. */
@RestController
@RequestMapping(path = PaymentCommandController.PATH)
@Tag(name = "Payments")
final class PaymentQueryController {

    private final Reads reads;
    private final Histories histories;

    PaymentQueryController(Reads reads, Histories histories) {
        this.reads = reads;
        this.histories = histories;
    }

    @Operation(summary = "Lists payments, newest first; filters: orderId, status")
    @QueryParameters({"orderId", "status", "limit", "cursor"})
    @AnswersWith(value = PaymentView.class, list = true)
    @GetMapping
    Mono<ResponseEntity<byte[]>> list(ServerWebExchange exchange) {
        String orderId = Parameters.text(exchange, "orderId");
        return Caller.of(exchange)
                .flatMap(caller ->
                        reads.page(
                                exchange,
                                ProjectionNames.PAYMENTS,
                                new ListPayments(
                                        caller.tenant(),
                                        orderId == null
                                                ? null
                                                : Paths.id("orderId", orderId, OrderId::new),
                                        Parameters.constant(
                                                exchange,
                                                "status",
                                                PaymentStatus::valueOf,
                                                "is not a status of a payment"),
                                        Parameters.pageRequest(exchange))));
    }

    @Operation(
            summary =
                    "The payment as it is, or as it was at a version or an instant (?version=, ?asOf=)")
    @AnswersWith(PaymentView.class)
    @QueryParameters({"version", "asOf"})
    @GetMapping("/{paymentId}")
    Mono<ResponseEntity<byte[]>> find(@PathVariable String paymentId, ServerWebExchange exchange) {
        PaymentId id = Paths.id("paymentId", paymentId, PaymentId::new);
        return Caller.of(exchange)
                .flatMap(caller ->
                        reads.one(
                                exchange,
                                ProjectionNames.PAYMENTS,
                                "payment",
                                Parameters.moment(exchange)
                                        .<Object>map(moment ->
                                                new FindPaymentAt(caller.tenant(), id, moment))
                                        .orElseGet(() -> new FindPayment(caller.tenant(), id))));
    }

    @Operation(summary = "Everything that happened to the payment")
    @QueryParameters({"fromVersion", "toVersion", "type", "limit", "cursor"})
    @AnswersWith(value = LoggedEvent.class, list = true)
    @GetMapping("/{paymentId}/events")
    Mono<ResponseEntity<byte[]>> events(
            @PathVariable String paymentId, ServerWebExchange exchange) {
        PaymentId id = Paths.id("paymentId", paymentId, PaymentId::new);
        return Caller.of(exchange)
                .flatMap(caller ->
                        histories.of(
                                exchange,
                                caller,
                                "payment",
                                id.value(),
                                new FindPayment(caller.tenant(), id)));
    }
}
