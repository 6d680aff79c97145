package io.daybook.domain.payment;

import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * The provider called back. What came of it follows in the same commit; a second call with the same
 * {@code providerEventId} leaves no event.
 *
 * @param fact what the provider reported, for example {@code succeeded}
 * @param occurredAt by the provider's clock
 * @param applied whether it said anything new
 */
@Revision("1")
public record ProviderEventReceived(
        PaymentId paymentId,
        OrderId orderId,
        String operationId,
        String providerEventId,
        String fact,
        Instant occurredAt,
        boolean applied)
        implements PaymentEvent {}
