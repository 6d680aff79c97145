package io.daybook.domain.payment;

import io.daybook.domain.read.PageRequest;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.TenantId;
import org.jspecify.annotations.Nullable;

/** Payments of a tenant, newest first; answered with a {@code Page}. */
public record ListPayments(
        TenantId tenant,
        @Nullable OrderId orderId,
        @Nullable PaymentStatus status,
        PageRequest page) {}
