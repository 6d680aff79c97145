package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;
import java.time.Instant;

/** Ends an order that was not paid in time. */
public record ExpireOrder(OrderId orderId, Instant now) implements OrderCommand {}
