package io.daybook.domain.payment;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import org.axonframework.serialization.Revision;

/**
 * The customer disputes a charge at the bank; the amount can be neither refunded nor relied upon.
 */
@Revision("1")
public record DisputeOpened(
        PaymentId paymentId,
        OrderId orderId,
        String operationId,
        String disputeId,
        Money amount,
        String reason)
        implements PaymentEvent {}
