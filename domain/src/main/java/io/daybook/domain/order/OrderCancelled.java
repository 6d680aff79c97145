package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;
import org.axonframework.serialization.Revision;

/** The order ended without leaving stock or money behind. */
@Revision("1")
public record OrderCancelled(OrderId orderId, String reason) implements OrderEvent {}
