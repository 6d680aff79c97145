package io.daybook.api.cli;

import io.daybook.domain.shared.Sku;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How much stock an import receives. */
enum StockMode {
    /** Enough for every order that is still to be placed. */
    TOPPED_UP {
        @Override
        long missing(Product product, long needed, StockLevel level) {
            if (!level.known()) {
                return Math.max(needed, product.unitsInStock());
            }
            return needed == 0 ? 0 : Math.max(0, needed - level.available());
        }
    },
    /** What the file says, once: orders beyond it are rejected by the instance. */
    EXACT {
        @Override
        long missing(Product product, long needed, StockLevel level) {
            return level.known() ? 0 : product.unitsInStock();
        }
    };

    /**
     * What the instance has of a product; {@link #known} is {@code false} until it was received
     * once.
     */
    record StockLevel(Sku sku, boolean known, long available, int reorderPoint, long version) {}

    abstract long missing(Product product, long needed, StockLevel level);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static final class Converter implements ITypeConverter<StockMode> {
        @Override
        public StockMode convert(String text) {
            for (var mode : values()) {
                if (mode.toString().equals(text)) {
                    return mode;
                }
            }
            throw new TypeConversionException(
                    "expected topped-up or exact but was '%s'".formatted(text));
        }
    }
}
