package io.daybook.domain.payment;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a payment knows of its provider.
 *
 * @param token the customer's means of payment; {@code null} without a provider
 * @param reference the provider's name for the authorisation; {@code null} before it answered
 * @param expiresAt when the authorisation ends by itself; {@code null} when nobody said so
 * @param events ids of the callbacks that were recorded
 * @param endedAt when the provider ended the authorisation, by its own clock; {@code null} when it
 *     did not, or did not say when
 */
public record ProviderSide(
        String method,
        @Nullable String token,
        @Nullable String reference,
        @Nullable Instant expiresAt,
        Set<String> events,
        @Nullable Instant endedAt) {

    public ProviderSide {
        events = Set.copyOf(events);
    }

    static ProviderSide asked(String method, String token) {
        return new ProviderSide(method, token, null, null, Set.of(), null);
    }

    static ProviderSide offline(String method) {
        return new ProviderSide(method, null, null, null, Set.of(), null);
    }

    ProviderSide evolve(PaymentEvent event) {
        return switch (event) {
            case PaymentAuthorised e ->
                    new ProviderSide(
                            method, token, e.providerReference(), e.expiresAt(), events, null);
            case CustomerActionRequired e ->
                    new ProviderSide(
                            method, token, e.providerReference(), expiresAt, events, endedAt);
            case ProviderEventReceived e -> received(e);
            default -> this;
        };
    }

    private ProviderSide received(ProviderEventReceived event) {
        var more = new HashSet<>(events);
        more.add(event.providerEventId());
        boolean ends = event.applied() && ProviderFacts.endsAuthorisation(event);
        return new ProviderSide(
                method, token, reference, expiresAt, more, ends ? event.occurredAt() : endedAt);
    }
}
