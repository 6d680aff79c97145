package io.daybook.domain.order;

import io.daybook.domain.shared.HoldId;
import io.daybook.domain.shared.OrderId;

/** Ends a hold. */
public record ReleaseHold(OrderId orderId, HoldId holdId) implements OrderCommand {}
