package io.daybook.domain.order;

import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Money;

/**
 * What a line comes to after a cancellation or a change.
 *
 * @param quantity units ordered, with the cancelled ones
 * @param discount on the units that are not cancelled, like {@code tax} and {@code total}
 */
public record LineAmounts(
        LineId lineId,
        int quantity,
        int cancelled,
        Money unitPrice,
        Money discount,
        Money tax,
        Money total) {}
