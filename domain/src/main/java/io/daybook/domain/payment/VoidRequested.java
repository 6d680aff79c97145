package io.daybook.domain.payment;

import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The intent to give the authorisation back is stored.
 *
 * @param route {@code null} while the authorisation is not answered, and in events of versions that
 *     did not write it down
 */
@Revision("1")
public record VoidRequested(
        PaymentId paymentId, OrderId orderId, String operationId, @Nullable PaymentRoute route)
        implements PaymentEvent {}
