package io.daybook.api.order;

import io.daybook.api.exchange.Answers;
import io.daybook.api.exchange.ConsistencyTokens;
import io.daybook.api.exchange.Outcome;
import io.daybook.api.exchange.Preferences;
import io.daybook.api.exchange.Reads;
import io.daybook.api.security.Caller;
import io.daybook.domain.order.FindOrder;
import io.daybook.domain.order.OrderCancelled;
import io.daybook.domain.order.OrderConfirmed;
import io.daybook.domain.order.OrderExpired;
import io.daybook.domain.order.OrderReceipt;
import io.daybook.domain.order.OrderRejected;
import io.daybook.domain.order.OrderStatus;
import io.daybook.domain.projection.ProjectionNames;
import io.daybook.domain.projection.ProjectionProgress;
import io.daybook.domain.read.Document;
import io.daybook.domain.shared.OrderId;
import java.time.Duration;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Waits, as far as the caller prefers, until the process behind a command has come to an end. */
@Component
final class SettledOrders {

    /** Should a change ever go by unnoticed. */
    private static final Duration LOOK_AGAIN_AT_LAST = Duration.ofSeconds(1);

    private static final Set<OrderStatus> UNDER_WAY =
            Set.of(OrderStatus.PLACED, OrderStatus.CANCELLING);

    private final Reads reads;
    private final Answers answers;
    private final ConsistencyTokens tokens;
    private final ProjectionProgress progress;
    private final JsonMapper json = JsonMapper.builder().build();

    SettledOrders(
            Reads reads, Answers answers, ConsistencyTokens tokens, ProjectionProgress progress) {
        this.reads = reads;
        this.answers = answers;
        this.tokens = tokens;
        this.progress = progress;
    }

    /** The plain answer, or the one that the caller prefers to wait for. */
    Mono<ResponseEntity<byte[]>> answer(
            ServerWebExchange exchange,
            Caller caller,
            Outcome outcome,
            ResponseEntity<byte[]> plain,
            OrderAnswer answer) {
        Preferences preferences = Preferences.of(exchange);
        OrderReceipt receipt = (OrderReceipt) outcome.receipt();
        boolean waits = preferences.patience() != null && UNDER_WAY.contains(receipt.status());
        if (outcome.stored() != null || !(waits || preferences.representation())) {
            return Mono.just(plain);
        }
        Duration patience = tokens.patience(exchange);
        Mono<Document> document =
                waits
                        ? settled(caller, receipt.orderId(), outcome.version(), patience)
                        : applied(caller, receipt.orderId(), outcome.position(), patience);
        return document.flatMap(found ->
                        answers.fuller(
                                exchange,
                                caller,
                                plain,
                                body(preferences, found, answer),
                                found.version(),
                                tokens.position(ProjectionNames.ORDERS, outcome.position())))
                .defaultIfEmpty(plain);
    }

    private Mono<Document> applied(
            Caller caller, OrderId orderId, long position, Duration patience) {
        return tokens.await(ProjectionNames.ORDERS, position, patience)
                .filter(reached -> reached >= position)
                .flatMap(_ -> reads.find(new FindOrder(caller.tenant(), orderId)));
    }

    /** The order as it is when patience runs out, if it has not come to an end before. */
    private Mono<Document> settled(
            Caller caller, OrderId orderId, long version, Duration patience) {
        return looks(caller, orderId)
                .filter(document -> document.version() >= version)
                .takeUntil(this::isSettled)
                .takeUntilOther(Mono.delay(patience))
                .takeLast(1)
                .next();
    }

    /**
     * The order now, and again with every event that may be the end; nothing while the read model
     * does not show it.
     */
    private Flux<Document> looks(Caller caller, OrderId orderId) {
        return Flux.defer(
                        () -> {
                            var change =
                                    progress.change(
                                            ProjectionNames.ORDERS,
                                            orderId.value(),
                                            SettledOrders::settles,
                                            LOOK_AGAIN_AT_LAST);
                            return Flux.concat(
                                    reads.find(new FindOrder(caller.tenant(), orderId)),
                                    Mono.fromFuture(change, true).then(Mono.empty()));
                        })
                .repeat();
    }

    private static boolean settles(Object event) {
        return event instanceof OrderConfirmed
                || event instanceof OrderRejected
                || event instanceof OrderExpired
                || event instanceof OrderCancelled;
    }

    private boolean isSettled(Document document) {
        return !UNDER_WAY.contains(OrderStatus.valueOf(status(document)));
    }

    private String status(Document document) {
        JsonNode status = json.readTree(document.json()).path("status");
        return status.asString();
    }

    private String body(Preferences preferences, Document document, OrderAnswer answer) {
        if (preferences.representation()) {
            return document.json();
        }
        return answers.write(answer.now(status(document), document.version()));
    }
}
