package io.daybook.domain.order;

import io.daybook.domain.read.PageRequest;
import io.daybook.domain.shared.CustomerId;
import io.daybook.domain.shared.Sku;
import io.daybook.domain.shared.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Orders of a tenant; answered with a {@code Page}. Every filter that is not {@code null} narrows
 * the list.
 *
 * @param placedFrom inclusive
 * @param placedTo exclusive
 * @param text part of a reference, customer id, SKU or product name, whatever the case
 * @param newestFirst order by the time of placing, newest or oldest first
 */
public record ListOrders(
        TenantId tenant,
        @Nullable OrderStatus status,
        @Nullable CustomerId customerId,
        @Nullable Sku sku,
        @Nullable String reference,
        @Nullable Instant placedFrom,
        @Nullable Instant placedTo,
        @Nullable String text,
        boolean newestFirst,
        PageRequest page) {}
