package io.daybook.domain.order;

import io.daybook.domain.shared.ChangeId;
import io.daybook.domain.shared.OrderId;
import org.axonframework.serialization.Revision;

/** The additional units of a change are reserved. */
@Revision("1")
public record ChangeStockReserved(OrderId orderId, ChangeId changeId) implements OrderEvent {}
