package io.daybook.domain.payment;

/** What a provider can be asked to do with money. */
public enum ProviderOperation {
    AUTHORISE,
    CAPTURE,
    VOID,
    REFUND
}
