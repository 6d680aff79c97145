package io.daybook.domain.returns;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReturnId;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * It is decided how the money of a settlement goes back; it moves next.
 *
 * @param unpaid what no payment holds: the customer owes that much less instead
 * @param granted what the customer need not pay because of this return, over all its settlements;
 *     without what he got as goods or as credit
 */
@Revision("1")
public record ReturnSettlementPlanned(
        ReturnId returnId,
        OrderId orderId,
        int settlement,
        List<RefundStep> steps,
        Money unpaid,
        Money granted)
        implements ReturnEvent {

    public ReturnSettlementPlanned {
        steps = List.copyOf(steps);
    }
}
