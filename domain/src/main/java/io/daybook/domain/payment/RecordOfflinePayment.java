package io.daybook.domain.payment;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;

/**
 * Reports money that came without a provider.
 *
 * @param reference what the receipt or the bank statement calls it
 */
public record RecordOfflinePayment(
        PaymentId paymentId, OrderId orderId, Money amount, OfflineMethod method, String reference)
        implements PaymentCommand {

    public RecordOfflinePayment {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("amount must be more than 0");
        }
    }
}
