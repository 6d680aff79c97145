package io.daybook.domain.order;

import io.daybook.domain.shared.ChangeId;
import io.daybook.domain.shared.OrderId;

/** Gives up a change that did not take effect. */
public record WithdrawChange(OrderId orderId, ChangeId changeId) implements OrderCommand {}
