package io.daybook.domain.order;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import org.axonframework.serialization.Revision;

/** Money was captured by hand; shipments need that much less. */
@Revision("1")
public record OrderPaymentCaptured(
        OrderId orderId, PaymentId paymentId, String operationId, Money amount)
        implements OrderEvent {}
