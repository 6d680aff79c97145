package io.daybook.api.payment;

import org.jspecify.annotations.Nullable;

/**
 * What became of a callback.
 *
 * @param outcome {@code recorded} or {@code ignored}
 * @param paymentId {@code null} when it is about no payment
 */
record ProviderEventAnswer(String eventId, String outcome, @Nullable String paymentId) {}
