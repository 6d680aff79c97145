package io.daybook.domain.order;

import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.Sku;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line to be added to an order; its id is given by the order.
 *
 * @param discount what is taken off the whole line
 */
public record NewLine(
        Sku sku,
        @Nullable String name,
        int quantity,
        Money unitPrice,
        Money discount,
        BigDecimal taxRate,
        Location location) {}
