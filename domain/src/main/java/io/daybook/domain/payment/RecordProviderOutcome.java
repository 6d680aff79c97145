package io.daybook.domain.payment;

import io.daybook.domain.shared.PaymentId;

/** Reports what the provider answered to an operation. */
public record RecordProviderOutcome(
        PaymentId paymentId, String operationId, ProviderOutcome outcome)
        implements PaymentCommand {}
