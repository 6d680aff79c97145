package io.daybook.domain.payment;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import org.axonframework.serialization.Revision;

/** The intent to refund is stored; the provider is asked next. */
@Revision("1")
public record RefundRequested(
        PaymentId paymentId, OrderId orderId, String operationId, Money amount, String reason)
        implements PaymentEvent {}
