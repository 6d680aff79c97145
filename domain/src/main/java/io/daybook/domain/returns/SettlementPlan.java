package io.daybook.domain.returns;

import io.daybook.domain.payment.RefundPlan;
import io.daybook.domain.payment.RefundPreference;
import io.daybook.domain.payment.RefundSource;
import io.daybook.domain.shared.CustomerId;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.RefundTo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the money of a settlement goes back: first it pays for the goods that are sent instead, the
 * rest goes where the customer wants it. Nothing goes back that no payment holds.
 */
public final class SettlementPlan {

    private final ReturnSettlementDue due;
    private final List<RefundStep> steps = new ArrayList<>();
    private List<RefundSource> sources;

    private SettlementPlan(ReturnSettlementDue due, List<RefundSource> sources) {
        this.due = due;
        this.sources = List.copyOf(sources);
    }

    /**
     * The plan of a settlement.
     *
     * @param needed what the goods that are sent instead still need; 0 when none are sent, because
     *     their order was refused or cancelled
     * @param creditTo whose credit grows, if any does
     * @param sources the payments of the order, the oldest first, with what they can still give
     */
    public static PlanSettlement of(
            ReturnSettlementDue due,
            Money needed,
            CustomerId creditTo,
            List<RefundSource> sources) {
        var plan = new SettlementPlan(due, sources);
        Money carried = plan.take(due.forReplacement().min(needed), RefundStep.Target.EXCHANGE);
        Money rest = due.amount().minus(carried);
        plan.take(
                rest,
                due.refundTo() == RefundTo.STORE_CREDIT
                        ? RefundStep.Target.STORE_CREDIT
                        : RefundStep.Target.PAYMENT);
        return new PlanSettlement(
                due.returnId(), due.settlement(), due.attempt(), plan.steps, creditTo);
    }

    private Money take(Money wanted, RefundStep.Target target) {
        Money zero = Money.zero(wanted.currency());
        if (!wanted.isPositive()) {
            return zero;
        }
        var taken = new HashMap<PaymentId, Money>();
        for (var part : RefundPlan.of(wanted, sources, RefundPreference.OLDEST_FIRST).steps()) {
            String operation =
                    RefundStep.operationId(
                            due.returnId(), due.settlement(), due.attempt(), steps.size() + 1);
            steps.add(new RefundStep(operation, target, part.paymentId(), part.amount()));
            taken.put(part.paymentId(), part.amount());
        }
        sources = sources.stream().map(source -> without(source, taken)).toList();
        return taken.values().stream().reduce(zero, Money::plus);
    }

    private static RefundSource without(RefundSource source, Map<PaymentId, Money> taken) {
        Money gone =
                taken.getOrDefault(source.paymentId(), Money.zero(source.refundable().currency()));
        return new RefundSource(
                source.paymentId(), source.method(), source.refundable().minus(gone));
    }
}
