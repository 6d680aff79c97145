package io.daybook.command.payment;

import io.daybook.domain.payment.ProviderOutcome;

/**
 * Whoever moves the money. Calls happen outside every transaction, after the intent is stored, and
 * may be repeated: the provider recognises a repetition by {@link
 * ProviderRequest#idempotencyKey()}. May block.
 */
public interface PaymentProvider {

    /** Performs the operation, or answers what came of it before. */
    ProviderOutcome perform(ProviderRequest request);

    /** What came of an operation whose answer got lost. */
    ProviderOutcome inquire(String idempotencyKey);
}
