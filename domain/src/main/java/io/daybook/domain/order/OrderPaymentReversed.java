package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A payment of the order holds no money any more.
 *
 * @param unpaidUntil by when an order that nobody confirmed has to be paid in another way; {@code
 *     null} when it has no such time, or does not wait for its payment
 */
@Revision("1")
public record OrderPaymentReversed(
        OrderId orderId, PaymentId paymentId, @Nullable Instant unpaidUntil)
        implements OrderEvent {}
