package io.daybook.domain.payment;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import org.axonframework.serialization.Revision;

/**
 * Money was received without a provider; the first event of such a payment.
 *
 * @param method how, for example {@code cash}
 * @param reference what the receipt or the bank statement calls it
 */
@Revision("1")
public record OfflinePaymentRecorded(
        PaymentId paymentId,
        OrderId orderId,
        String operationId,
        Money amount,
        String method,
        String reference)
        implements PaymentEvent {}
