package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;

/** Ends the last things that callers could still do with a completed order. */
public record CloseOrder(OrderId orderId) implements OrderCommand {}
