package io.daybook.domain.returns;

import io.daybook.domain.shared.Sku;

/** Goods of second choice are sold under a SKU of their own. */
final class BGrade {

    private static final String SUFFIX = "-B";
    private static final int LONGEST = 64;

    private BGrade() {}

    /** The SKU with {@code -B} behind it; one that would become too long loses its end. */
    static Sku of(Sku sku) {
        String name = sku.value();
        int kept = Math.min(name.length(), LONGEST - SUFFIX.length());
        return new Sku(name.substring(0, kept) + SUFFIX);
    }
}
