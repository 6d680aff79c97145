package io.daybook.domain.order;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import org.axonframework.serialization.Revision;

/** A payment was authorised for an order that had already ended; it is given back. */
@Revision("1")
public record LatePaymentRecorded(OrderId orderId, PaymentId paymentId, Money authorised)
        implements OrderEvent {}
