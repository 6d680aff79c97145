package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;

/** Puts an order away that has come to an end. */
public record ArchiveOrder(OrderId orderId) implements OrderCommand {}
