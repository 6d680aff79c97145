package io.daybook.domain.inventory;

import java.util.Locale;

/** Units on hand that may not be sold, by the reason why. */
public enum Bucket {
    DAMAGED,
    QUARANTINE;

    /** The name that callers use. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The bucket of that name. */
    public static Bucket of(String label) {
        for (Bucket bucket : values()) {
            if (bucket.label().equals(label)) {
                return bucket;
            }
        }
        throw new IllegalArgumentException("must be 'damaged' or 'quarantine'");
    }

    /** So many units more in this bucket, and nothing else. */
    StockLevel holding(long quantity) {
        return switch (this) {
            case DAMAGED -> new StockLevel(0, 0, quantity, 0);
            case QUARANTINE -> new StockLevel(0, 0, 0, quantity);
        };
    }

    long of(StockLevel level) {
        return switch (this) {
            case DAMAGED -> level.damaged();
            case QUARANTINE -> level.quarantine();
        };
    }
}
