package io.daybook.command.payment;

import io.daybook.domain.payment.ProviderOperation;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One operation at the provider.
 *
 * @param amount {@code null} for a void, which gives back whatever is left
 * @param token the customer's means of payment; only for an authorisation
 * @param reference the provider's name for the authorisation; {@code null} before it answered
 * @param requestedAt when the intent, or the doubt about it, was stored
 */
public record ProviderRequest(
        TenantId tenant,
        PaymentId paymentId,
        OrderId orderId,
        String operationId,
        ProviderOperation operation,
        @Nullable Money amount,
        String method,
        @Nullable String token,
        @Nullable String reference,
        Instant requestedAt) {

    /** Follows from the intent alone: the same call has the same key, however often it is made. */
    public String idempotencyKey() {
        return paymentId + "/" + operationId;
    }
}
