package io.daybook.domain.payment;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import org.axonframework.serialization.Revision;

/** The provider refused to take the money. */
@Revision("1")
public record CaptureFailed(
        PaymentId paymentId, OrderId orderId, String operationId, Money amount, String reason)
        implements PaymentEvent {}
