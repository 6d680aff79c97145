package io.daybook.domain.returns;

import io.daybook.domain.order.LineQuantity;
import io.daybook.domain.returns.Settlement.StepStatus;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.ReturnKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The units and the money of a return, folded from its events; decisions and views are made from
 * this same fold.
 *
 * @param claim whether nothing comes back
 * @param stage what was decided about the return as a whole; {@link #status} is finer
 * @param fees what is kept back from the refund
 */
record ReturnLedger(
        boolean claim,
        ReturnStatus stage,
        Money fees,
        List<LineUnits> lines,
        List<Settlement> settlements) {

    ReturnLedger {
        lines = List.copyOf(lines);
        settlements = List.copyOf(settlements);
    }

    ReturnStatus status() {
        if (stage != ReturnStatus.APPROVED || claim) {
            return stage;
        }
        if (all(line -> line.outstanding() == 0)) {
            return all(line -> line.uninspected() == 0)
                    ? ReturnStatus.INSPECTED
                    : ReturnStatus.RECEIVED;
        }
        return all(line -> line.received() + line.missing() == 0)
                ? ReturnStatus.APPROVED
                : ReturnStatus.PARTLY_RECEIVED;
    }

    /** Whether every unit is judged and everything that is due has been paid. */
    boolean complete() {
        return (claim ? stage == ReturnStatus.APPROVED : status() == ReturnStatus.INSPECTED)
                && settled();
    }

    /** Whether nothing is due at the moment. */
    boolean settled() {
        return settlements.stream().allMatch(each -> each.status() == Settlement.Status.DONE);
    }

    /** What the customer gets in all for the units that are accepted so far. */
    Money entitled() {
        Money left = value().minus(fees);
        return left.isNegative() ? zero() : left;
    }

    /** What the customer paid for the units that are accepted so far. */
    Money value() {
        return sum(LineUnits::value);
    }

    Money paid() {
        return sum(line -> line.line().paid());
    }

    /** What the settlements so far are about. */
    Money due() {
        return paid(Settlement::amount);
    }

    Money made() {
        return paid(Settlement::made);
    }

    Money unpaid() {
        return paid(Settlement::unpaid);
    }

    /**
     * What became, is becoming, or may become part of an exchange: money that is due goes there
     * first, and nobody knows before it is planned how much of it does.
     */
    Money promisedToExchange() {
        return paid(each -> {
            Money sent = each.sentTo(RefundStep.Target.EXCHANGE);
            return each.planned() ? sent : sent.plus(each.open());
        });
    }

    /** What became, or is becoming, part of an exchange. */
    Money sentToExchange() {
        return paid(each -> each.sentTo(RefundStep.Target.EXCHANGE));
    }

    /** What the order's payments keep although the customer got it in another way. */
    Money carried() {
        return paid(Settlement::carried);
    }

    Money carried(PaymentId paymentId) {
        return paid(each -> each.carried(paymentId));
    }

    Money made(RefundStep.Target target) {
        return paid(each -> each.made(target));
    }

    private Money paid(Function<Settlement, Money> part) {
        return settlements.stream().map(part).reduce(zero(), Money::plus);
    }

    Money zero() {
        return Money.zero(fees.currency());
    }

    Optional<LineUnits> line(LineId lineId) {
        return lines.stream().filter(line -> line.line().lineId().equals(lineId)).findFirst();
    }

    Optional<Settlement> settlement(int number) {
        return settlements.stream().filter(each -> each.number() == number).findFirst();
    }

    Optional<Settlement> settlementOf(String operationId) {
        return settlements.stream().filter(each -> step(each, operationId).isPresent()).findFirst();
    }

    static Optional<Settlement.Step> step(Settlement settlement, String operationId) {
        return settlement.steps().stream()
                .filter(step -> step.refund().operationId().equals(operationId))
                .findFirst();
    }

    /** The lines that have such units, with their number. */
    List<LineQuantity> quantities(ToIntFunction<LineUnits> units) {
        return lines.stream()
                .filter(line -> units.applyAsInt(line) > 0)
                .map(line -> new LineQuantity(line.line().lineId(), units.applyAsInt(line)))
                .toList();
    }

    boolean all(Predicate<LineUnits> condition) {
        return lines.stream().allMatch(condition);
    }

    static ReturnLedger of(ReturnRequested event) {
        var lines = event.lines().stream().map(LineUnits::of).toList();
        Money zero = Money.zero(event.lines().getFirst().paid().currency());
        return new ReturnLedger(
                event.kind() == ReturnKind.CLAIM, ReturnStatus.REQUESTED, zero, lines, List.of());
    }

    ReturnLedger evolve(ReturnEvent event) {
        return switch (event) {
            case ReturnRequested _ -> throw new IllegalStateException("a return is requested once");
            case ReturnApproved e -> approved(e);
            case ReplacementRequested _ -> this;
            case ReturnDeclined _ -> at(ReturnStatus.DECLINED);
            case ReturnReceived e -> {
                var units = e.lines();
                yield lines(line -> line.receive(quantity(line, units)));
            }
            case ReturnInspected e -> lines(line -> inspected(line, e));
            case ReturnUnitsLapsed _ -> lines(LineUnits::lapse);
            case ReturnSettlementDue e -> due(e);
            case ReturnSettlementPlanned e ->
                    settlement(e.settlement(), each -> each.plan(e.steps(), e.unpaid()));
            case ReturnRefundMade e ->
                    answered(e.settlement(), e.operationId(), StepStatus.MADE, null);
            case ReturnRefundFailed e ->
                    answered(e.settlement(), e.operationId(), StepStatus.FAILED, e.reason());
            case ReturnSettled _ -> at(ReturnStatus.SETTLED);
            case ReturnCancelled _ -> at(ReturnStatus.CANCELLED);
            case ReturnExpired _ -> lines(LineUnits::lapse).at(ReturnStatus.EXPIRED);
            case ReturnClosed _ -> at(ReturnStatus.CLOSED);
        };
    }

    private ReturnLedger approved(ReturnApproved event) {
        return new ReturnLedger(
                claim,
                ReturnStatus.APPROVED,
                event.restockingFee().plus(event.returnShippingFee()),
                claim ? lines.stream().map(LineUnits::waive).toList() : lines,
                settlements);
    }

    private static int quantity(LineUnits line, List<LineQuantity> units) {
        return units.stream()
                .filter(each -> each.lineId().equals(line.line().lineId()))
                .mapToInt(LineQuantity::quantity)
                .sum();
    }

    private static LineUnits inspected(LineUnits line, ReturnInspected event) {
        LineUnits next = line;
        for (InspectedUnits units : event.lines()) {
            if (units.lineId().equals(line.line().lineId())) {
                next = next.inspect(units);
            }
        }
        return next;
    }

    private ReturnLedger due(ReturnSettlementDue event) {
        if (settlement(event.settlement()).isPresent()) {
            return settlement(
                    event.settlement(), each -> each.again(event.attempt(), event.refundTo()));
        }
        var more = new ArrayList<>(settlements);
        more.add(Settlement.due(event));
        return new ReturnLedger(claim, stage, fees, lines, more);
    }

    private ReturnLedger answered(
            int number, String operationId, StepStatus status, @Nullable String reason) {
        return settlement(number, each -> each.answered(operationId, status, reason));
    }

    private ReturnLedger settlement(int number, UnaryOperator<Settlement> change) {
        var all =
                settlements.stream()
                        .map(each -> each.number() == number ? change.apply(each) : each)
                        .toList();
        return new ReturnLedger(claim, stage, fees, lines, all);
    }

    private ReturnLedger lines(UnaryOperator<LineUnits> change) {
        return new ReturnLedger(
                claim, stage, fees, lines.stream().map(change).toList(), settlements);
    }

    private ReturnLedger at(ReturnStatus next) {
        return new ReturnLedger(claim, next, fees, lines, settlements);
    }

    private Money sum(Function<LineUnits, Money> part) {
        return lines.stream().map(part).reduce(zero(), Money::plus);
    }
}
