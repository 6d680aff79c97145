package io.daybook.domain.payment;

import io.daybook.domain.shared.PaymentId;

/**
 * Ends a doubt with what a person found out at the provider, for when the provider itself never
 * answers.
 *
 * @param happened whether the provider did what it was asked
 * @param evidence the provider's reference when it did, the reason when it did not
 */
public record ResolveDoubt(
        PaymentId paymentId, String operationId, boolean happened, String evidence)
        implements PaymentCommand {}
