package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import org.jspecify.annotations.Nullable;

/**
 * Ends an order that stock or payment refused.
 *
 * @param paymentId the declined payment; {@code null} when the stock was refused
 */
public record RejectOrder(
        OrderId orderId, RejectionReason reason, String detail, @Nullable PaymentId paymentId)
        implements OrderCommand {}
