package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;

/**
 * Reports that every line has its units; the reservation ids follow from the order and the line.
 */
public record RecordStockReserved(OrderId orderId) implements OrderCommand {}
