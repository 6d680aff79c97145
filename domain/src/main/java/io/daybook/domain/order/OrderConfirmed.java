package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;
import org.axonframework.serialization.Revision;

/** Stock and payment are secured: the warehouse may ship. */
@Revision("1")
public record OrderConfirmed(OrderId orderId) implements OrderEvent {}
