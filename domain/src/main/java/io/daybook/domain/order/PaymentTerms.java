package io.daybook.domain.order;

/** How the customer wants to pay: the provider's method and its token for this customer. */
public record PaymentTerms(String method, String token) {}
