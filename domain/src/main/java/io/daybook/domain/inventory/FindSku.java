package io.daybook.domain.inventory;

import io.daybook.domain.shared.Sku;
import io.daybook.domain.shared.TenantId;

/**
 * A SKU at all its locations with the sum of them; answered with a {@code Lookup} whose version is
 * the sum of the items' versions.
 */
public record FindSku(TenantId tenant, Sku sku) {}
