package io.daybook.command.payment;

import io.daybook.domain.payment.ProviderOperation;
import io.daybook.domain.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * One operation at the provider.
 *
 * @param amount {@code null} for a void, which gives back whatever is left
 * @param token the customer's means of payment; only for an authorisation
 */
public record ProviderRequest(
        String idempotencyKey,
        ProviderOperation operation,
        @Nullable Money amount,
        @Nullable String token) {}
