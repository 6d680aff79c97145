package io.daybook.domain.order;

import io.daybook.domain.shared.CustomerId;
import io.daybook.domain.shared.OrderId;
import org.axonframework.serialization.Revision;

/** The order belongs to another customer now. */
@Revision("1")
public record CustomerTransferred(OrderId orderId, CustomerId from, CustomerId customerId)
        implements OrderEvent {}
