package io.daybook.domain.payment;

import io.daybook.domain.shared.PaymentId;
import java.time.Instant;

/** Lets go of what was not captured in time. */
public record ExpireAuthorisation(PaymentId paymentId, Instant now) implements PaymentCommand {}
