package io.daybook.domain.order;

import io.daybook.domain.shared.HoldId;
import io.daybook.domain.shared.OrderId;
import org.axonframework.serialization.Revision;

/** One reason less to wait. */
@Revision("1")
public record HoldReleased(OrderId orderId, HoldId holdId) implements OrderEvent {}
