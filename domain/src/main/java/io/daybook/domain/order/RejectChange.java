package io.daybook.domain.order;

import io.daybook.domain.shared.ChangeId;
import io.daybook.domain.shared.OrderId;

/** Ends a change that stock refused. */
public record RejectChange(OrderId orderId, ChangeId changeId, String reason)
        implements OrderCommand {}
