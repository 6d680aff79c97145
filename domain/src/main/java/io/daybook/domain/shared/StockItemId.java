package io.daybook.domain.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Identifier of a stock item: a SKU at a location of a tenant. The tenant is part of it because the
 * event store has one id space and two tenants may well sell the same SKU.
 */
public record StockItemId(TenantId tenant, Location location, Sku sku) {

    private static final String PREFIX = "stk_";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static StockItemId parse(String value) {
        String[] parts =
                value.startsWith(PREFIX)
                        ? value.substring(PREFIX.length()).split(":", 3)
                        : new String[0];
        if (parts.length != 3) {
            throw new IllegalArgumentException("must be 'stk_<tenant>:<location>:<sku>'");
        }
        return new StockItemId(new TenantId(parts[0]), new Location(parts[1]), new Sku(parts[2]));
    }

    /** The bare value: Axon stores this text as the aggregate's identifier. */
    @Override
    @JsonValue
    public String toString() {
        return PREFIX + tenant + ':' + location + ':' + sku;
    }
}
