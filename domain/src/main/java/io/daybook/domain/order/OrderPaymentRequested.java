package io.daybook.domain.order;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import org.axonframework.serialization.Revision;

/** The money for the whole order is to be authorised next. */
@Revision("1")
public record OrderPaymentRequested(
        OrderId orderId, PaymentId paymentId, Money amount, String method, String token)
        implements OrderEvent {}
