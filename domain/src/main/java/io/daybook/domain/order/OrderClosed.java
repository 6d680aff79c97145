package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;
import org.axonframework.serialization.Revision;

/** The order is history. */
@Revision("1")
public record OrderClosed(OrderId orderId) implements OrderEvent {}
