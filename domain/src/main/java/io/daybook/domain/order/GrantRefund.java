package io.daybook.domain.order;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReturnId;

/**
 * Waives what the customer need not pay because of a return; the settlement gives it back.
 *
 * @param amount in all for this return; a repeated or smaller amount changes nothing
 */
public record GrantRefund(OrderId orderId, ReturnId returnId, Money amount)
        implements OrderCommand {

    public GrantRefund {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("amount must not be negative");
        }
    }
}
