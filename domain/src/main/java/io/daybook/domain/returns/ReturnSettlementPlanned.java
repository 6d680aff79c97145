package io.daybook.domain.returns;

import io.daybook.domain.shared.CustomerId;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReturnId;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * It is decided how the money of a settlement goes back; it moves next.
 *
 * @param unpaid what no payment holds: the customer owes that much less instead
 * @param granted what the customer need not pay because of this return, over all its settlements;
 *     without what he got as goods or as credit
 * @param creditTo whose credit grows by the steps that go there; {@code null} in plans of before it
 *     was told, for whoever is the order's customer
 */
@Revision("1")
public record ReturnSettlementPlanned(
        ReturnId returnId,
        OrderId orderId,
        int settlement,
        List<RefundStep> steps,
        Money unpaid,
        Money granted,
        @Nullable CustomerId creditTo)
        implements ReturnEvent {

    public ReturnSettlementPlanned {
        steps = List.copyOf(steps);
    }
}
