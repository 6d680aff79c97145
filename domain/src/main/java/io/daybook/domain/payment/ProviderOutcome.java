package io.daybook.domain.payment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The provider's answer to one operation. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ProviderOutcome.Approved.class, name = "approved"),
    @JsonSubTypes.Type(value = ProviderOutcome.Declined.class, name = "declined"),
    @JsonSubTypes.Type(value = ProviderOutcome.ActionRequired.class, name = "action-required"),
    @JsonSubTypes.Type(value = ProviderOutcome.Unknown.class, name = "unknown")
})
public sealed interface ProviderOutcome {

    /**
     * It happened.
     *
     * @param expiresAt of an authorisation, when the provider says it
     * @param restReleased of a capture: whether the provider gave the rest of the authorisation
     *     back with it
     */
    record Approved(String providerReference, @Nullable Instant expiresAt, boolean restReleased)
            implements ProviderOutcome {

        public Approved(String providerReference) {
            this(providerReference, null, false);
        }
    }

    record Declined(String reason) implements ProviderOutcome {}

    /**
     * The customer has to do something first; the provider calls back when that is done.
     *
     * @param action where to send the customer, or how the provider calls what is due
     */
    record ActionRequired(String action, String providerReference) implements ProviderOutcome {}

    /**
     * No answer arrived: the operation may or may not have happened. It is asked for, never
     * guessed.
     */
    record Unknown() implements ProviderOutcome {}
}
