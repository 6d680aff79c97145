package io.daybook.domain.returns;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.RefundTo;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is paid back after one inspection, possibly in several steps.
 *
 * @param number from 1, in the order of the inspections
 * @param attempt from 1; higher when steps failed and somebody had the rest paid again
 * @param amount what is due in all
 * @param planned whether it is known how the present attempt pays
 * @param steps of all attempts
 * @param unpaid what no payment held: the customer owes that much less instead
 */
public record Settlement(
        int number,
        int attempt,
        RefundTo refundTo,
        Money amount,
        boolean planned,
        List<Step> steps,
        Money unpaid) {

    /** How far a settlement is. */
    public enum Status {
        DUE,
        UNDER_WAY,
        FAILED,
        DONE
    }

    /** How far a step is. */
    public enum StepStatus {
        UNDER_WAY,
        MADE,
        FAILED
    }

    /**
     * A step and what came of it.
     *
     * @param reason why it failed; {@code null} otherwise
     */
    public record Step(RefundStep refund, StepStatus status, @Nullable String reason) {}

    public Settlement {
        steps = List.copyOf(steps);
    }

    static Settlement due(ReturnSettlementDue event) {
        return new Settlement(
                event.settlement(),
                event.attempt(),
                event.refundTo(),
                event.amount(),
                false,
                List.of(),
                Money.zero(event.amount().currency()));
    }

    public Status status() {
        if (!planned) {
            return Status.DUE;
        }
        if (steps.stream().anyMatch(step -> step.status() == StepStatus.UNDER_WAY)) {
            return Status.UNDER_WAY;
        }
        return open().isZero() ? Status.DONE : Status.FAILED;
    }

    /** What is paid back, or became part of an exchange. */
    public Money made() {
        return sum(StepStatus.MADE);
    }

    /** What nobody is paying at the moment. */
    public Money open() {
        return amount.minus(made()).minus(sum(StepStatus.UNDER_WAY)).minus(unpaid);
    }

    /** What went somewhere, or is going there. */
    Money sentTo(RefundStep.Target target) {
        return sum(step -> step.refund().target() == target && step.status() != StepStatus.FAILED);
    }

    /** What the order's payments keep although the customer got it in another way. */
    Money carried() {
        return sentTo(RefundStep.Target.EXCHANGE).plus(sentTo(RefundStep.Target.STORE_CREDIT));
    }

    /** What one payment keeps although the customer got it in another way. */
    Money carried(PaymentId paymentId) {
        return sum(step ->
                step.refund().target() != RefundStep.Target.PAYMENT
                        && step.refund().paymentId().equals(paymentId)
                        && step.status() != StepStatus.FAILED);
    }

    Money made(RefundStep.Target target) {
        return sum(step -> step.refund().target() == target && step.status() == StepStatus.MADE);
    }

    Settlement again(int nextAttempt, RefundTo to) {
        return new Settlement(number, nextAttempt, to, amount, false, steps, unpaid);
    }

    Settlement plan(List<RefundStep> more, Money notPaid) {
        var all =
                Stream.concat(
                                steps.stream(),
                                more.stream()
                                        .map(step -> new Step(step, StepStatus.UNDER_WAY, null)))
                        .toList();
        return new Settlement(number, attempt, refundTo, amount, true, all, unpaid.plus(notPaid));
    }

    Settlement answered(String operationId, StepStatus status, @Nullable String reason) {
        var all =
                steps.stream()
                        .map(step ->
                                step.refund().operationId().equals(operationId)
                                        ? new Step(step.refund(), status, reason)
                                        : step)
                        .toList();
        return new Settlement(number, attempt, refundTo, amount, planned, all, unpaid);
    }

    private Money sum(StepStatus status) {
        return sum(step -> step.status() == status);
    }

    private Money sum(Predicate<Step> condition) {
        return steps.stream()
                .filter(condition)
                .map(step -> step.refund().amount())
                .reduce(Money.zero(amount.currency()), Money::plus);
    }
}
