package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;
import org.axonframework.serialization.Revision;

/** Nothing is reserved for the order any more. */
@Revision("1")
public record OrderStockReleased(OrderId orderId) implements OrderEvent {}
