package io.daybook.domain.order;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;

/**
 * Reports that a payment of the order is authorised; the order is confirmed when that covers it.
 */
public record ConfirmOrder(OrderId orderId, PaymentId paymentId, Money authorised)
        implements OrderCommand {}
