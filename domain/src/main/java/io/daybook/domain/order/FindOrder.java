package io.daybook.domain.order;

import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.TenantId;

/** The order as it is now; answered with a {@code Lookup}. */
public record FindOrder(TenantId tenant, OrderId orderId) {}
