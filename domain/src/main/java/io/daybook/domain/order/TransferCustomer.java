package io.daybook.domain.order;

import io.daybook.domain.shared.CustomerId;
import io.daybook.domain.shared.OrderId;

/** Gives an order to another customer, for example when a guest has registered. */
public record TransferCustomer(OrderId orderId, CustomerId customerId) implements OrderCommand {}
