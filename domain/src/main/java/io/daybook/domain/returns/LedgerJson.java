package io.daybook.domain.returns;

import io.daybook.domain.returns.ReturnView.Line;
import io.daybook.domain.returns.ReturnView.Payback;
import io.daybook.domain.returns.ReturnView.Step;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.ReturnKind;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/** The ledger as part of the view, and back: the view is what is stored. */
final class LedgerJson {

    private LedgerJson() {}

    static List<Line> lines(ReturnLedger ledger) {
        return ledger.lines().stream().map(LedgerJson::line).toList();
    }

    private static Line line(LineUnits units) {
        ReturnLine line = units.line();
        return new Line(
                line.lineId(),
                line.sku(),
                line.location(),
                line.quantity(),
                line.reason(),
                line.paid().amount(),
                units.outstanding(),
                units.received(),
                units.waived(),
                units.missing(),
                units.lapsed(),
                units.accepted(),
                units.kept(),
                units.sentBack());
    }

    static List<Payback> settlements(ReturnLedger ledger) {
        return ledger.settlements().stream().map(LedgerJson::settlement).toList();
    }

    private static Payback settlement(Settlement settlement) {
        return new Payback(
                settlement.number(),
                settlement.attempt(),
                settlement.status(),
                settlement.refundTo(),
                settlement.amount().amount(),
                settlement.planned(),
                settlement.steps().stream().map(LedgerJson::step).toList(),
                settlement.unpaid().amount());
    }

    private static Step step(Settlement.Step step) {
        RefundStep refund = step.refund();
        return new Step(
                refund.operationId(),
                refund.target(),
                refund.paymentId(),
                refund.amount().amount(),
                step.status(),
                step.reason());
    }

    static ReturnLedger ledger(ReturnView view) {
        Currency currency = Currency.getInstance(view.currency());
        return new ReturnLedger(
                view.kind() == ReturnKind.CLAIM,
                stage(view.status()),
                money(view.fees().restocking().add(view.fees().returnShipping()), currency),
                view.lines().stream().map(line -> line(line, currency)).toList(),
                view.settlements().stream().map(each -> settlement(each, currency)).toList());
    }

    private static ReturnStatus stage(ReturnStatus status) {
        return switch (status) {
            case APPROVED, PARTLY_RECEIVED, RECEIVED, INSPECTED -> ReturnStatus.APPROVED;
            case REQUESTED, DECLINED, SETTLED, CLOSED, CANCELLED, EXPIRED -> status;
        };
    }

    private static LineUnits line(Line line, Currency currency) {
        return new LineUnits(
                new ReturnLine(
                        line.lineId(),
                        line.sku(),
                        line.location(),
                        line.quantity(),
                        money(line.paid(), currency),
                        line.reason()),
                line.received(),
                line.waived(),
                line.missing(),
                line.lapsed(),
                line.accepted(),
                line.kept(),
                line.sentBack());
    }

    private static Settlement settlement(Payback payback, Currency currency) {
        return new Settlement(
                payback.number(),
                payback.attempt(),
                payback.refundTo(),
                money(payback.amount(), currency),
                payback.planned(),
                payback.steps().stream().map(step -> step(step, currency)).toList(),
                money(payback.unpaid(), currency));
    }

    private static Settlement.Step step(Step step, Currency currency) {
        return new Settlement.Step(
                new RefundStep(
                        step.operationId(),
                        step.target(),
                        step.paymentId(),
                        money(step.amount(), currency)),
                step.status(),
                step.reason());
    }

    private static Money money(BigDecimal amount, Currency currency) {
        return new Money(amount, currency);
    }
}
