package io.daybook.domain.payment;

import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import org.axonframework.serialization.Revision;

/** The provider refused to set the money aside. */
@Revision("1")
public record PaymentDeclined(
        PaymentId paymentId, OrderId orderId, String operationId, String reason)
        implements PaymentEvent {}
