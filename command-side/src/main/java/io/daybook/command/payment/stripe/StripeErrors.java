package io.daybook.command.payment.stripe;

import com.stripe.exception.AuthenticationException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import io.daybook.domain.payment.ProviderOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What it means when a call fails: it did not happen, nobody knows, or it cannot be made at all.
 */
final class StripeErrors {

    private static final int CONFLICT = 409;

    private StripeErrors() {}

    /**
     * Declined when Stripe refused the operation, unknown when the answer is missing.
     *
     * @throws IllegalStateException when Stripe did not look at the operation, for example for want
     *     of a valid key: the call is made again later
     */
    static ProviderOutcome outcome(StripeException failure) {
        return switch (failure) {
            case CardException e ->
                    new ProviderOutcome.Declined(
                            reason(e.getDeclineCode() == null ? e.getCode() : e.getDeclineCode()));
            case AuthenticationException e -> throw notLookedAt(e);
            case RateLimitException e -> throw notLookedAt(e);
            case IdempotencyException e -> throw notLookedAt(e);
            case InvalidRequestException e when isConflict(e) -> new ProviderOutcome.Unknown();
            case InvalidRequestException e -> new ProviderOutcome.Declined(reason(e.getCode()));
            default -> new ProviderOutcome.Unknown();
        };
    }

    /** The same request is being worked on. */
    private static boolean isConflict(StripeException failure) {
        Integer status = failure.getStatusCode();
        return status != null && status == CONFLICT;
    }

    private static String reason(@Nullable String code) {
        return code == null ? "invalid-request" : code.replace('_', '-');
    }

    private static IllegalStateException notLookedAt(StripeException failure) {
        return new IllegalStateException(
                "Stripe did not accept the call: " + failure.getMessage(), failure);
    }
}
