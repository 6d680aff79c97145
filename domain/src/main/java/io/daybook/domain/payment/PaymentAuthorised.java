package io.daybook.domain.payment;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import org.axonframework.serialization.Revision;

/** The provider set the money aside. */
@Revision("1")
public record PaymentAuthorised(
        PaymentId paymentId,
        OrderId orderId,
        String operationId,
        Money amount,
        String providerReference)
        implements PaymentEvent {}
