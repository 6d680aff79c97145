package io.daybook.domain.payment;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import org.axonframework.serialization.Revision;

/** A refund came back, for example because the customer's account is closed: the money is kept. */
@Revision("1")
public record RefundReversed(
        PaymentId paymentId, OrderId orderId, String operationId, Money amount, String reason)
        implements PaymentEvent {}
