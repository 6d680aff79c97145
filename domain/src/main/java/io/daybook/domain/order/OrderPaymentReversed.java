package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import org.axonframework.serialization.Revision;

/** A payment of the order holds no money any more. */
@Revision("1")
public record OrderPaymentReversed(OrderId orderId, PaymentId paymentId) implements OrderEvent {}
