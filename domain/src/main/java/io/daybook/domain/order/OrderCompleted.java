package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;
import org.axonframework.serialization.Revision;

/** The last unit arrived. */
@Revision("1")
public record OrderCompleted(OrderId orderId) implements OrderEvent {}
