package io.daybook.domain.returns;

import io.daybook.domain.shared.CustomerId;
import io.daybook.domain.shared.ReturnId;
import java.util.List;

/**
 * Says how the money of a settlement goes back.
 *
 * @param attempt the attempt that the plan is for
 * @param steps together at most what is open; the rest is what no payment holds
 * @param creditTo the customer whose credit grows by those steps that go there
 */
public record PlanSettlement(
        ReturnId returnId, int settlement, int attempt, List<RefundStep> steps, CustomerId creditTo)
        implements ReturnCommand {

    public PlanSettlement {
        steps = List.copyOf(steps);
    }
}
