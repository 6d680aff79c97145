package io.daybook.domain.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Currency;

/**
 * Identifier of a store credit account: a customer of a tenant in one currency. The tenant is part
 * of it because the event store has one id space and two tenants may name a customer alike.
 */
public record StoreCreditId(TenantId tenant, Currency currency, CustomerId customer) {

    private static final String PREFIX = "scr_";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static StoreCreditId parse(String value) {
        String[] parts =
                value.startsWith(PREFIX)
                        ? value.substring(PREFIX.length()).split(":", 3)
                        : new String[0];
        if (parts.length != 3) {
            throw new IllegalArgumentException("must be 'scr_<tenant>:<currency>:<customer>'");
        }
        return new StoreCreditId(
                new TenantId(parts[0]), Currency.getInstance(parts[1]), new CustomerId(parts[2]));
    }

    /** The bare value: Axon stores this text as the aggregate's identifier. */
    @Override
    @JsonValue
    public String toString() {
        return PREFIX + tenant + ':' + currency + ':' + customer;
    }
}
