package io.daybook.domain.payment;

import io.daybook.domain.shared.PaymentId;

/** Gives back what is authorised and not captured. */
public record VoidPayment(PaymentId paymentId, String operationId) implements PaymentCommand {}
