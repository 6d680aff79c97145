package io.daybook.domain.payment;

import io.daybook.domain.shared.PaymentId;
import java.time.Instant;

/**
 * Reports what the provider said by itself. Takes effect once for each event id, whatever the order
 * in which events arrive.
 *
 * @param occurredAt by the provider's clock
 */
public record RecordProviderEvent(
        PaymentId paymentId, String providerEventId, Instant occurredAt, ProviderFact fact)
        implements PaymentCommand {}
