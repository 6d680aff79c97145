package io.daybook.domain.order;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.Sku;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One line of an order as it was placed.
 *
 * @param discount what is taken off the whole line, not off one unit
 * @param taxRate for example {@code 0.19}; 0 when the prices are final
 * @param location where the units are taken from
 */
public record OrderLine(
        LineId lineId,
        Sku sku,
        @Nullable String name,
        int quantity,
        Money unitPrice,
        Money discount,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal taxRate,
        Location location) {

    public OrderLine {
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity must be at least 1");
        }
    }

    /** Quantity times unit price, before discount and tax. */
    @JsonIgnore
    public Money items() {
        return unitPrice.times(quantity);
    }

    /** Tax on the discounted line, rounded half up once per line. */
    @JsonIgnore
    public Money tax() {
        Money net = items().minus(discount);
        return Money.rounded(net.amount().multiply(taxRate), net.currency());
    }

    /** What the customer pays for the whole line. */
    @JsonIgnore
    public Money total() {
        return items().minus(discount).plus(tax());
    }
}
