package io.daybook.domain.payment;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The provider set the money aside.
 *
 * @param expiresAt when the provider lets the money go again by itself; {@code null} when it did
 *     not say
 */
@Revision("1")
public record PaymentAuthorised(
        PaymentId paymentId,
        OrderId orderId,
        String operationId,
        Money amount,
        String providerReference,
        @Nullable Instant expiresAt)
        implements PaymentEvent {

    /** An authorisation without an end that anybody knows of. */
    public PaymentAuthorised(
            PaymentId paymentId,
            OrderId orderId,
            String operationId,
            Money amount,
            String providerReference) {
        this(paymentId, orderId, operationId, amount, providerReference, null);
    }
}
