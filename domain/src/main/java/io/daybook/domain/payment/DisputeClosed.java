package io.daybook.domain.payment;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import org.axonframework.serialization.Revision;

/**
 * A dispute is decided.
 *
 * @param amount charged back when the dispute is lost, kept when it is won
 * @param nothingLeft whether no money of the payment is held or kept any more
 */
@Revision("1")
public record DisputeClosed(
        PaymentId paymentId,
        OrderId orderId,
        String operationId,
        String disputeId,
        Money amount,
        DisputeOutcome outcome,
        boolean nothingLeft)
        implements PaymentEvent {}
