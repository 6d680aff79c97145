package io.daybook.domain.order;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReturnId;

/**
 * Waives what the customer need not pay because of a return; the settlement gives it back.
 *
 * @param amount in all for this return; less than before when what could not be given back became
 *     credit or goods instead
 * @param asOf the version of the return that says so; what an older one says changes nothing
 */
public record GrantRefund(OrderId orderId, ReturnId returnId, Money amount, long asOf)
        implements OrderCommand {

    public GrantRefund {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("amount must not be negative");
        }
    }
}
