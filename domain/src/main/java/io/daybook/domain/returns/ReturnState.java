package io.daybook.domain.returns;

import io.daybook.domain.order.LineQuantity;
import io.daybook.domain.order.OrderLine;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a return knows of itself to judge the next command. */
public sealed interface ReturnState {

    /** The state before the first event. */
    static ReturnState initial() {
        return new NotRequested();
    }

    record NotRequested() implements ReturnState {}

    /**
     * A return that was requested.
     *
     * @param request its first event
     * @param approval {@code null} until then
     */
    record Requested(
            ReturnRequested request,
            @Nullable ReturnApproved approval,
            @Nullable OrderId replacementId,
            ReturnLedger ledger,
            Reports reports)
            implements ReturnState {

        public ReturnStatus status() {
            return ledger.status();
        }

        @Nullable Instant expiresAt() {
            return approval == null ? null : approval.expiresAt();
        }

        /** What the goods that are sent instead cost. */
        Money outboundTotal() {
            return request.outbound().stream()
                    .map(OrderLine::total)
                    .reduce(ledger.zero(), Money::plus);
        }

        /** What goods that are sent instead still need, when they come to so much. */
        public Money neededForReplacement(Money total) {
            Money needed = total.minus(ledger.sentToExchange());
            return needed.isNegative() ? ledger.zero() : needed;
        }

        /** What a payment of the order keeps although the customer got it in another way. */
        public Money carried(PaymentId paymentId) {
            return ledger.carried(paymentId);
        }

        /** Whether a step of a settlement is planned, and nobody knows yet what came of it. */
        public boolean isUnderWay(String operationId) {
            return ledger.settlementOf(operationId)
                    .flatMap(settlement -> ReturnLedger.step(settlement, operationId))
                    .filter(step -> step.status() == Settlement.StepStatus.UNDER_WAY)
                    .isPresent();
        }

        List<LineQuantity> returned() {
            return ledger.quantities(LineUnits::returned);
        }
    }

    /** Names of the commands that a caller may send now. */
    default List<String> allowed() {
        return switch (this) {
            case NotRequested _ -> List.of("RequestReturn");
            case Requested r ->
                    switch (r.status()) {
                        case REQUESTED -> List.of("ApproveReturn", "DeclineReturn", "CancelReturn");
                        case APPROVED ->
                                r.ledger.claim()
                                        ? List.of("SettleReturn")
                                        : List.of("ReceiveReturn", "InspectReturn", "CancelReturn");
                        case PARTLY_RECEIVED ->
                                r.ledger.settlements().isEmpty()
                                        ? List.of("ReceiveReturn", "InspectReturn", "CancelReturn")
                                        : List.of(
                                                "ReceiveReturn",
                                                "InspectReturn",
                                                "SettleReturn",
                                                "CloseReturn");
                        case RECEIVED ->
                                r.ledger.settlements().isEmpty()
                                        ? List.of("ReceiveReturn", "InspectReturn", "CancelReturn")
                                        : List.of("ReceiveReturn", "InspectReturn", "SettleReturn");
                        case INSPECTED -> List.of("ReceiveReturn", "SettleReturn");
                        case SETTLED -> List.of("CloseReturn");
                        case CLOSED, DECLINED, CANCELLED, EXPIRED -> List.of();
                    };
        };
    }

    default ReturnState evolve(ReturnEvent event) {
        return switch (this) {
            case NotRequested _ ->
                    switch (event) {
                        case ReturnRequested e ->
                                new Requested(e, null, null, ReturnLedger.of(e), Reports.NONE);
                        default ->
                                throw new IllegalStateException(
                                        "a return starts with ReturnRequested");
                    };
            case Requested r ->
                    new Requested(
                            r.request,
                            event instanceof ReturnApproved approval ? approval : r.approval,
                            event instanceof ReplacementRequested replacement
                                    ? replacement.replacementId()
                                    : r.replacementId,
                            r.ledger.evolve(event),
                            r.reports.with(event));
        };
    }
}
