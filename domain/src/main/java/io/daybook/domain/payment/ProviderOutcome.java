package io.daybook.domain.payment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** The provider's answer to one operation. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ProviderOutcome.Approved.class, name = "approved"),
    @JsonSubTypes.Type(value = ProviderOutcome.Declined.class, name = "declined"),
    @JsonSubTypes.Type(value = ProviderOutcome.Unknown.class, name = "unknown")
})
public sealed interface ProviderOutcome {

    record Approved(String providerReference) implements ProviderOutcome {}

    record Declined(String reason) implements ProviderOutcome {}

    /**
     * No answer arrived: the operation may or may not have happened. It is asked for, never
     * guessed.
     */
    record Unknown() implements ProviderOutcome {}
}
