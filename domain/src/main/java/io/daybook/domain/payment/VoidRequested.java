package io.daybook.domain.payment;

import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import org.axonframework.serialization.Revision;

/** The intent to give the authorisation back is stored. */
@Revision("1")
public record VoidRequested(PaymentId paymentId, OrderId orderId, String operationId)
        implements PaymentEvent {}
