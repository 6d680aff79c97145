package io.daybook.domain.payment;

import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import org.axonframework.serialization.Revision;

/**
 * The authorisation waits for the customer, for example for a confirmation in the app of the bank.
 *
 * @param action where to send the customer, or how the provider calls what is due
 */
@Revision("1")
public record CustomerActionRequired(
        PaymentId paymentId,
        OrderId orderId,
        String operationId,
        String action,
        String providerReference)
        implements PaymentEvent {}
