package io.daybook.domain.payment;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import org.axonframework.serialization.Revision;

/** The intent to capture is stored; the provider is asked next. */
@Revision("1")
public record CaptureRequested(
        PaymentId paymentId, OrderId orderId, String operationId, Money amount)
        implements PaymentEvent {}
