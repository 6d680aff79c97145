package io.daybook.domain.order;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import org.axonframework.serialization.Revision;

/** A payment for the order is authorised. */
@Revision("1")
public record OrderPaymentRecorded(OrderId orderId, PaymentId paymentId, Money authorised)
        implements OrderEvent {}
