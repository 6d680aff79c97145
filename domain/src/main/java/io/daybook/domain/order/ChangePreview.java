package io.daybook.domain.order;

import io.daybook.domain.shared.Money;

/**
 * What a change would do to the money of an order.
 *
 * @param version the version of the order that this was computed on; applying the change needs it
 * @param toAuthorise what the payments do not cover yet
 * @param toRefund what was captured beyond the new total
 */
public record ChangePreview(
        long version, Money totalBefore, Money totalAfter, Money toAuthorise, Money toRefund) {}
