package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;

/** Reports that nothing is reserved any more for an order in cancellation. */
public record RecordStockReleased(OrderId orderId) implements OrderCommand {}
