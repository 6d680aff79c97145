package io.daybook.domain.payment;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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
     */
    record Created(
            PaymentId id,
            OrderId orderId,
            Money requested,
            PaymentAmounts amounts,
            Set<String> operations)
            implements PaymentState {
        public Created {
            operations = Set.copyOf(operations);
        }
    }

    /** Names of the commands that would not be refused for the state alone. */
    default List<String> allowed() {
        return switch (this) {
            case NotCreated _ -> List.of("AuthorisePayment");
            case Created payment -> {
                var names = new ArrayList<String>();
                if (payment.amounts.capturable().isPositive()
                        && !payment.amounts.isPending(ProviderOperation.VOID)) {
                    names.add("CapturePayment");
                    names.add("VoidPayment");
                }
                if (payment.amounts.refundable().isPositive()) {
                    names.add("RefundPayment");
                }
                yield List.copyOf(names);
            }
        };
    }

    default PaymentState evolve(PaymentEvent event) {
        return switch (this) {
            case NotCreated _ ->
                    switch (event) {
                        case AuthorisationRequested e ->
                                new Created(
                                        e.paymentId(),
                                        e.orderId(),
                                        e.amount(),
                                        PaymentAmounts.none(e.amount().currency()).evolve(e),
                                        Set.of(e.operationId()));
                        default ->
                                throw new IllegalStateException(
                                        "a payment starts with AuthorisationRequested");
                    };
            case Created payment -> {
                var operations = new TreeSet<>(payment.operations);
                operations.add(event.operationId());
                yield new Created(
                        payment.id,
                        payment.orderId,
                        payment.requested,
                        payment.amounts.evolve(event),
                        operations);
            }
        };
    }
}
