package io.daybook.domain.payment;

/**
 * How the provider finds the money of a payment again.
 *
 * @param method decides who is asked
 * @param providerReference the name that the provider gave to the authorisation
 */
public record PaymentRoute(String method, String providerReference) {}
