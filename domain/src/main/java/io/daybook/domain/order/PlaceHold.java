package io.daybook.domain.order;

import io.daybook.domain.shared.HoldId;
import io.daybook.domain.shared.OrderId;

/**
 * Keeps an order from moving forward until the hold is released.
 *
 * @param owner who has to release it, or at least to be asked
 */
public record PlaceHold(OrderId orderId, HoldId holdId, String reason, String owner)
        implements OrderCommand {}
