package io.daybook.domain.order;

import io.daybook.domain.message.Receipt;
import io.daybook.domain.shared.OrderId;

/** What a caller learns of an order after a command. */
public record OrderReceipt(OrderId orderId, OrderStatus status) implements Receipt {}
