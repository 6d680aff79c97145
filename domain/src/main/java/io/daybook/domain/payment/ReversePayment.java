package io.daybook.domain.payment;

import io.daybook.domain.shared.PaymentId;

/** Undoes a payment whatever its state: voids what is only authorised, refunds what is captured. */
public record ReversePayment(PaymentId paymentId, String reason) implements PaymentCommand {}
