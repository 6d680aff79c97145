package io.daybook.domain.payment;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.PaymentId;
import java.util.List;

/**
 * Gives captured money back.
 *
 * @param also further steps of the same refund on other payments of the order; kept with the
 *     intent, and taken with the same operation id once it is stored
 */
public record RefundPayment(
        PaymentId paymentId, Money amount, String reason, String operationId, List<RefundStep> also)
        implements PaymentCommand {

    public RefundPayment {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("amount must be more than 0");
        }
        also = List.copyOf(also);
    }

    /** From this payment alone. */
    public RefundPayment(PaymentId paymentId, Money amount, String reason, String operationId) {
        this(paymentId, amount, reason, operationId, List.of());
    }
}
