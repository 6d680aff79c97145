package io.daybook.domain.order;

import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.Sku;

/**
 * Units of one line that may be returned.
 *
 * @param location where they were taken from
 * @param unitPaid for one of these units, rounded: for display, not for sums
 * @param paid for all of these units together, after discount and with tax; exact, so that over all
 *     returns of a line never more is given back than was paid
 */
public record ReturnableLine(
        LineId lineId, Sku sku, Location location, int quantity, Money unitPaid, Money paid) {}
