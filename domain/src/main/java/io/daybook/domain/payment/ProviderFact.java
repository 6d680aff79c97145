package io.daybook.domain.payment;

import io.daybook.domain.shared.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a provider reports by itself, in terms that all providers share. */
public sealed interface ProviderFact {

    /** The operation, or the dispute, that it is about. */
    String operationId();

    /** How it is called in the history. */
    String name();

    /**
     * An operation happened: one that was asked for, or one that somebody started at the provider.
     *
     * @param amount {@code null} for what was asked for
     */
    record Succeeded(
            ProviderOperation operation,
            String operationId,
            @Nullable Money amount,
            String providerReference,
            @Nullable Instant expiresAt)
            implements ProviderFact {
        @Override
        public String name() {
            return "succeeded";
        }
    }

    /** An operation did not happen, or did not last. */
    record Failed(ProviderOperation operation, String operationId, String reason)
            implements ProviderFact {
        @Override
        public String name() {
            return "failed";
        }
    }

    /** The provider is at it; nothing follows from that. */
    record Processing(String operationId) implements ProviderFact {
        @Override
        public String name() {
            return "processing";
        }
    }

    /** The customer has to do something. */
    record ActionRequired(String operationId, String action, String providerReference)
            implements ProviderFact {
        @Override
        public String name() {
            return "action-required";
        }
    }

    /** The provider let the authorisation go. */
    record AuthorisationEnded(String operationId, String reason) implements ProviderFact {
        @Override
        public String name() {
            return "authorisation-ended";
        }
    }

    /**
     * The customer disputes a charge.
     *
     * @param outcome how far it is: the end may be reported before the beginning
     */
    record Disputed(String disputeId, Money amount, String reason, DisputeOutcome outcome)
            implements ProviderFact {
        @Override
        public String operationId() {
            return disputeId;
        }

        @Override
        public String name() {
            return switch (outcome) {
                case OPEN -> "disputed";
                case WON -> "dispute-won";
                case LOST -> "dispute-lost";
            };
        }
    }
}
