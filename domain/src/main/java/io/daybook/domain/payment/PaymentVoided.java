package io.daybook.domain.payment;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import org.axonframework.serialization.Revision;

/**
 * The provider gave the rest of the authorisation back.
 *
 * @param nothingLeft whether no money of the payment is held or kept any more
 */
@Revision("1")
public record PaymentVoided(
        PaymentId paymentId, OrderId orderId, String operationId, Money amount, boolean nothingLeft)
        implements PaymentEvent {}
