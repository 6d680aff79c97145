package io.daybook.command.payment;

import io.daybook.domain.payment.ProviderOutcome;

/**
 * Whoever moves the money. Calls happen outside every transaction, after the intent is stored, and
 * may be repeated: the provider recognises a repetition by {@link
 * ProviderRequest#idempotencyKey()}. May block. Whoever cannot be asked at all, for example for
 * want of a valid key, throws: the call is repeated later.
 */
public interface PaymentProvider {

    /** Performs the operation, or answers what came of it before. */
    ProviderOutcome perform(ProviderRequest request);

    /** What came of an operation whose answer got lost. */
    ProviderOutcome inquire(ProviderRequest request);
}
