package io.daybook.domain.payment;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.PaymentId;
import org.jspecify.annotations.Nullable;

/**
 * Takes authorised money.
 *
 * @param amount how much; {@code null} for all that is left of the authorisation
 * @param operationId tells a repetition from a second capture; part of the provider's idempotency
 *     key
 */
public record CapturePayment(PaymentId paymentId, @Nullable Money amount, String operationId)
        implements PaymentCommand {

    public CapturePayment {
        if (amount != null && !amount.isPositive()) {
            throw new IllegalArgumentException("amount must be more than 0");
        }
    }
}
