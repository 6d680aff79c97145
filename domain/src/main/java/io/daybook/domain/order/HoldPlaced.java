package io.daybook.domain.order;

import io.daybook.domain.shared.HoldId;
import io.daybook.domain.shared.OrderId;
import org.axonframework.serialization.Revision;

/** The order does not move forward until this hold and all others are released. */
@Revision("1")
public record HoldPlaced(OrderId orderId, HoldId holdId, String reason, String owner)
        implements OrderEvent {}
