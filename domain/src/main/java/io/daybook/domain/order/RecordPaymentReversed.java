package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;

/** Reports that a payment of an order in cancellation holds no money any more. */
public record RecordPaymentReversed(OrderId orderId, PaymentId paymentId) implements OrderCommand {}
