package io.daybook.api.inventory;

import io.daybook.api.exchange.Paths;
import io.daybook.api.security.Caller;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.Sku;
import io.daybook.domain.shared.StockItemId;

/** The part of a path that names a stock item; the tenant comes from the caller. */
record StockPath(Sku sku, Location location) {

    static StockPath of(String sku, String location) {
        return new StockPath(
                Paths.id("sku", sku, Sku::new), Paths.id("location", location, Location::new));
    }

    StockItemId item(Caller caller) {
        return new StockItemId(caller.tenant(), location, sku);
    }
}
