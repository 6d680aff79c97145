package io.daybook.domain.payment;

import org.jspecify.annotations.Nullable;

/**
 * Reads what a provider sends by itself, and believes nothing that it did not sign. A port: the
 * adapter of the provider implements it.
 */
public interface ProviderCallbacks {

    /** The name of the provider, written into the history as the actor. */
    String provider();

    /** The header that carries the signature. */
    String signatureHeader();

    /**
     * May block: some providers have to be asked what a message is about.
     *
     * @param signature {@code null} when the header is missing
     */
    ProviderCallback read(@Nullable String signature, byte[] body);
}
