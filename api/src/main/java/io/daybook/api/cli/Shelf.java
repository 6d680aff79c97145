package io.daybook.api.cli;

import io.daybook.api.cli.StockMode.StockLevel;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.Sku;
import java.util.Map;

/** Stock at one location of the instance. */
final class Shelf {

    private final Instance instance;
    private final Location location;
    private final StockMode mode;
    private final Keys keys;
    private final String fingerprint;

    Shelf(Instance instance, Location location, StockMode mode, Keys keys, String fingerprint) {
        this.instance = instance;
        this.location = location;
        this.mode = mode;
        this.keys = keys;
        this.fingerprint = fingerprint;
    }

    /** Receives what is missing and sets the reorder point; returns the units received. */
    long stock(Product product, long needed) {
        var level = level(product.sku());
        long missing = mode.missing(product, needed, level);
        if (missing > 0) {
            receive(product.sku(), missing, level);
        }
        boolean registered = level.known() || missing > 0;
        if (registered && level.reorderPoint() != product.reorderLevel()) {
            setReorderPoint(product, level);
        }
        return missing;
    }

    private StockLevel level(Sku sku) {
        var reply = instance.get(path(sku), Map.of());
        if (reply.status() == 404) {
            return new StockLevel(sku, false, 0, 0, 0);
        }
        var item = reply.orFail().body();
        return new StockLevel(
                sku,
                true,
                item.path("available").asLong(0),
                item.path("reorderPoint").asInt(0),
                item.path("version").asLong(0));
    }

    private void receive(Sku sku, long missing, StockLevel before) {
        if (missing > Integer.MAX_VALUE) {
            throw new Failure("%s needs more than %d units".formatted(sku, Integer.MAX_VALUE));
        }
        // A run that reads a level from before the previous run's receipt repeats that receipt's
        // key.
        var key = key("receive", sku, before.version(), missing);
        instance.post(
                        path(sku) + "/receive",
                        Map.of("quantity", missing, "reference", "import " + fingerprint),
                        Map.of("Idempotency-Key", key))
                .orFail();
    }

    private void setReorderPoint(Product product, StockLevel before) {
        var key = key("policy", product.sku(), before.version(), product.reorderLevel());
        instance.post(
                        path(product.sku()) + "/policy",
                        Map.of("reorderPoint", product.reorderLevel()),
                        Map.of("Idempotency-Key", key))
                .orFail();
    }

    private String key(String kind, Sku sku, long version, long amount) {
        return keys.of(
                kind,
                location.value(),
                sku.value(),
                fingerprint,
                Long.toString(version),
                Long.toString(amount));
    }

    private String path(Sku sku) {
        return "/api/v1/inventory/%s/%s".formatted(Instance.encoded(sku.value()), location);
    }
}
