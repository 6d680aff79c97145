package io.daybook.domain.inventory;

import io.daybook.domain.read.PageRequest;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.Sku;
import io.daybook.domain.shared.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Stock items of a tenant by SKU and location; answered with a {@code Page}.
 *
 * @param belowReorderPoint only items whose available units are below their reorder point
 */
public record ListStock(
        TenantId tenant,
        @Nullable Sku sku,
        @Nullable Location location,
        boolean belowReorderPoint,
        PageRequest page) {}
