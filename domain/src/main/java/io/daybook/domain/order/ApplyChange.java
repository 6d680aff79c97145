package io.daybook.domain.order;

import io.daybook.domain.shared.ChangeId;
import io.daybook.domain.shared.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * Puts a staged change into effect.
 *
 * @param version of the order that the caller saw the money preview of
 * @param payment how to pay the difference; {@code null} for as the order is paid
 */
public record ApplyChange(
        OrderId orderId, ChangeId changeId, long version, @Nullable PaymentTerms payment)
        implements OrderCommand {}
