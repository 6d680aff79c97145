package io.daybook.domain.payment;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a payment knows of itself to judge the next command. */
public sealed interface PaymentState {

    /** The state before the first event. */
    static PaymentState initial() {
        return new NotCreated();
    }

    record NotCreated() implements PaymentState {}

    /**
     * A payment of an order.
     *
     * @param requested what the authorisation was asked for
     * @param operations every operation ever asked for, to recognise repetitions
     * @param refunds what each refund that happened gave back, by operation id
     */
    record Created(
            PaymentId id,
            OrderId orderId,
            Money requested,
            PaymentAmounts amounts,
            Set<String> operations,
            Map<String, Money> refunds,
            ProviderSide provider)
            implements PaymentState {
        public Created {
            operations = Set.copyOf(operations);
            refunds = Map.copyOf(refunds);
        }

        boolean isOffline() {
            return OfflineMethod.isOffline(provider.method());
        }

        /** What a provider needs to find the money again; {@code null} before it answered. */
        public @Nullable PaymentRoute route() {
            return provider.reference() == null
                    ? null
                    : new PaymentRoute(provider.method(), provider.reference());
        }

        /** Whether this operation was asked for, or reported by the provider, before. */
        boolean knows(String operationId) {
            return operations.contains(operationId);
        }

        /** Whether the event would leave no money held or kept. */
        boolean leavesNothing(PaymentEvent event) {
            return amounts.evolve(event).reversed();
        }

        private Created evolved(PaymentEvent event) {
            return new Created(
                    id,
                    orderId,
                    requested,
                    amounts.evolve(event),
                    operationsAfter(event),
                    refundsAfter(event),
                    provider.evolve(event));
        }

        private Set<String> operationsAfter(PaymentEvent event) {
            boolean nothingNew =
                    operations.contains(event.operationId())
                            || (event instanceof ProviderEventReceived e && !e.applied());
            if (nothingNew) {
                return operations;
            }
            var more = new HashSet<>(operations);
            more.add(event.operationId());
            return more;
        }

        private Map<String, Money> refundsAfter(PaymentEvent event) {
            return switch (event) {
                case PaymentRefunded e -> {
                    var more = new HashMap<>(refunds);
                    more.put(e.operationId(), e.amount());
                    yield more;
                }
                case RefundReversed e -> {
                    var fewer = new HashMap<>(refunds);
                    fewer.remove(e.operationId());
                    yield fewer;
                }
                default -> refunds;
            };
        }
    }

    /** Names of the commands that would not be refused for the state alone. */
    default List<String> allowed() {
        return switch (this) {
            case NotCreated _ -> List.of("AuthorisePayment", "RecordOfflinePayment");
            case Created payment -> allowed(payment);
        };
    }

    private static List<String> allowed(Created payment) {
        PaymentAmounts amounts = payment.amounts;
        var names = new ArrayList<String>();
        if (amounts.capturable().isPositive() && !amounts.isPending(ProviderOperation.VOID)) {
            names.add("CapturePayment");
            names.add("VoidPayment");
        }
        if (amounts.customerAction().isPresent() && !amounts.isPending(ProviderOperation.VOID)) {
            names.add("VoidPayment");
        }
        if (amounts.refundable().isPositive()) {
            names.add("RefundPayment");
            names.add("OpenDispute");
        }
        if (payment.isOffline() && amounts.isPending(ProviderOperation.REFUND)) {
            names.add("ConfirmRefund");
        }
        if (amounts.inDoubt()) {
            names.add("ResolveDoubt");
        }
        if (amounts.disputed().isPositive()) {
            names.add("CloseDispute");
        }
        return List.copyOf(names);
    }

    default PaymentState evolve(PaymentEvent event) {
        return switch (this) {
            case NotCreated _ ->
                    switch (event) {
                        case AuthorisationRequested e ->
                                first(e, e.amount(), ProviderSide.asked(e.method(), e.token()));
                        case OfflinePaymentRecorded e ->
                                first(e, e.amount(), ProviderSide.offline(e.method()));
                        default ->
                                throw new IllegalStateException(
                                        "a payment starts with what it is for");
                    };
            case Created payment -> payment.evolved(event);
        };
    }

    private static Created first(PaymentEvent event, Money amount, ProviderSide provider) {
        return new Created(
                event.paymentId(),
                event.orderId(),
                amount,
                PaymentAmounts.none(amount.currency()).evolve(event),
                Set.of(event.operationId()),
                Map.of(),
                provider);
    }
}
