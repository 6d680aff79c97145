package io.daybook.domain.order;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;

/**
 * Tells the order of money that was captured by hand, not for a shipment.
 *
 * @param operationId tells a repetition from a second capture
 */
public record RecordCapture(OrderId orderId, PaymentId paymentId, String operationId, Money amount)
        implements OrderCommand {}
