package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;

/** Withdraws an order of which nothing has left the warehouse. */
public record CancelOrder(OrderId orderId, String reason) implements OrderCommand {}
