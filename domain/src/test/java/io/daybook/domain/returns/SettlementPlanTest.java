package io.daybook.domain.returns;

import static io.daybook.domain.returns.ReturnFixtures.CUSTOMER;
import static io.daybook.domain.returns.ReturnFixtures.ID;
import static io.daybook.domain.returns.ReturnFixtures.ORDER;
import static io.daybook.domain.returns.ReturnFixtures.PAYMENT;
import static io.daybook.domain.returns.ReturnFixtures.REPLACEMENT;
import static io.daybook.domain.returns.ReturnFixtures.eur;
import static io.daybook.domain.returns.ReturnFixtures.operation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.daybook.domain.payment.RefundSource;
import io.daybook.domain.returns.RefundStep.Target;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.RefundTo;
import io.daybook.domain.shared.Sku;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettlementPlanTest {

    private static final PaymentId SECOND = PaymentId.forOrder(REPLACEMENT);
    private static final List<RefundSource> TWO =
            List.of(source(PAYMENT, "10.00"), source(SECOND, "15.00"));

    @Test
    void goesBackOverSeveralPayments() {
        assertThat(plan(RefundTo.ORIGINAL, "20.00", "0.00", "0.00", TWO))
                .containsExactly(
                        new RefundStep(operation(1, 1, 1), Target.PAYMENT, PAYMENT, eur("10.00")),
                        new RefundStep(operation(1, 1, 2), Target.PAYMENT, SECOND, eur("10.00")));
    }

    @Test
    void neverMoreThanThePaymentsHold() {
        assertThat(plan(RefundTo.STORE_CREDIT, "40.00", "0.00", "0.00", TWO))
                .extracting(RefundStep::amount)
                .containsExactly(eur("10.00"), eur("15.00"));
        assertThat(plan(RefundTo.ORIGINAL, "40.00", "0.00", "0.00", List.of())).isEmpty();
        assertThat(plan(RefundTo.ORIGINAL, "0.00", "0.00", "0.00", TWO)).isEmpty();
    }

    @Test
    void paysForTheGoodsThatAreSentInsteadFirst() {
        assertThat(plan(RefundTo.STORE_CREDIT, "20.00", "12.00", "30.00", TWO))
                .containsExactly(
                        new RefundStep(operation(1, 1, 1), Target.EXCHANGE, PAYMENT, eur("10.00")),
                        new RefundStep(operation(1, 1, 2), Target.EXCHANGE, SECOND, eur("2.00")),
                        new RefundStep(
                                operation(1, 1, 3), Target.STORE_CREDIT, SECOND, eur("8.00")));
    }

    @Test
    void everythingGoesBackWhenNothingIsSentInstead() {
        assertThat(plan(RefundTo.ORIGINAL, "20.00", "12.00", "0.00", TWO))
                .extracting(RefundStep::target)
                .containsOnly(Target.PAYMENT);
    }

    @Test
    void goodsThatWereCancelledSinceNeedLess() {
        assertThat(plan(RefundTo.ORIGINAL, "9.00", "8.00", "5.00", TWO))
                .extracting(RefundStep::target, RefundStep::amount)
                .containsExactly(
                        tuple(Target.EXCHANGE, eur("5.00")), tuple(Target.PAYMENT, eur("4.00")));
    }

    @Test
    void secondChoiceHasASkuOfItsOwn() {
        assertThat(BGrade.of(new Sku("TEA-1"))).isEqualTo(new Sku("TEA-1-B"));
        assertThat(BGrade.of(new Sku("A".repeat(63)))).isEqualTo(new Sku("A".repeat(62) + "-B"));
    }

    private static List<RefundStep> plan(
            RefundTo to,
            String amount,
            String forReplacement,
            String needed,
            List<RefundSource> sources) {
        var due =
                new ReturnSettlementDue(
                        ID, ORDER, 1, 1, to, eur(amount), eur(forReplacement), REPLACEMENT);
        PlanSettlement plan = SettlementPlan.of(due, eur(needed), CUSTOMER, sources);
        assertThat(plan.settlement()).isEqualTo(1);
        assertThat(plan.attempt()).isEqualTo(1);
        assertThat(plan.creditTo()).isEqualTo(CUSTOMER);
        return plan.steps();
    }

    private static RefundSource source(PaymentId payment, String refundable) {
        return new RefundSource(payment, "card", eur(refundable));
    }
}
