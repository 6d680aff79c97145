package io.daybook.domain.order;

import io.daybook.domain.shared.ChangeId;
import io.daybook.domain.shared.OrderId;

/**
 * Reports that the stock of a change is reserved; the reservation ids follow from the change and
 * the line.
 */
public record RecordChangeStock(OrderId orderId, ChangeId changeId) implements OrderCommand {}
