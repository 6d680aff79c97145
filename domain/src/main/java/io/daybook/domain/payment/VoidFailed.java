package io.daybook.domain.payment;

import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import org.axonframework.serialization.Revision;

/** The provider refused to give the authorisation back. */
@Revision("1")
public record VoidFailed(PaymentId paymentId, OrderId orderId, String operationId, String reason)
        implements PaymentEvent {}
