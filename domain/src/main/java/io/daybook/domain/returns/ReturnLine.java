package io.daybook.domain.returns;

import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.Sku;

/**
 * Units of one order line that are to come back.
 *
 * @param location where they were taken from, and where they go unless somebody says otherwise
 * @param paid what the customer paid for all of these units, after discount and with tax
 * @param reason in the words of the customer; may be empty
 */
public record ReturnLine(
        LineId lineId, Sku sku, Location location, int quantity, Money paid, String reason) {

    public ReturnLine {
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity must be at least 1");
        }
    }
}
