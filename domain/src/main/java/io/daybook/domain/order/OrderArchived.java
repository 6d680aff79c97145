package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;
import org.axonframework.serialization.Revision;

/** The order was put away. */
@Revision("1")
public record OrderArchived(OrderId orderId) implements OrderEvent {}
