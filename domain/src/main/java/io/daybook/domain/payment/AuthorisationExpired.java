package io.daybook.domain.payment;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import org.axonframework.serialization.Revision;

/**
 * What was authorised and not captured is not held any more: its time is over, or the provider
 * ended it.
 *
 * @param nothingLeft whether no money of the payment is held or kept any more
 */
@Revision("1")
public record AuthorisationExpired(
        PaymentId paymentId,
        OrderId orderId,
        String operationId,
        Money amount,
        String reason,
        boolean nothingLeft)
        implements PaymentEvent {}
