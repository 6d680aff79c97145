package io.daybook.domain.payment;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The intent to capture is stored; the provider is asked next.
 *
 * @param route {@code null} in events of versions that did not write it down
 */
@Revision("1")
public record CaptureRequested(
        PaymentId paymentId,
        OrderId orderId,
        String operationId,
        Money amount,
        @Nullable PaymentRoute route)
        implements PaymentEvent {}
