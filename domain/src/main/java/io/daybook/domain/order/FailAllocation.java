package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;

/**
 * Reports that a location had too little when its part of an allocation was to be reserved.
 *
 * @param detail what was missing
 */
public record FailAllocation(OrderId orderId, int attempt, String detail) implements OrderCommand {}
