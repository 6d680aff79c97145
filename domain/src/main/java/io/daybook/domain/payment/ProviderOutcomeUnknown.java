package io.daybook.domain.payment;

import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import org.axonframework.serialization.Revision;

/** The provider gave no answer; the payment is in doubt until it is asked again. */
@Revision("1")
public record ProviderOutcomeUnknown(
        PaymentId paymentId, OrderId orderId, String operationId, ProviderOperation operation)
        implements PaymentEvent {}
