package io.daybook.domain.order;

import io.daybook.domain.read.Moment;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.TenantId;

/** The order as it was; answered with a {@code Lookup}. */
public record FindOrderAt(TenantId tenant, OrderId orderId, Moment moment) {}
