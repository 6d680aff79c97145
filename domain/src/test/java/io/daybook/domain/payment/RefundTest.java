package io.daybook.domain.payment;

import static io.daybook.domain.payment.PaymentFixtures.ID;
import static io.daybook.domain.payment.PaymentFixtures.ORDER;
import static io.daybook.domain.payment.PaymentFixtures.ROUTE;
import static io.daybook.domain.payment.PaymentFixtures.aCapturedPayment;
import static io.daybook.domain.payment.PaymentFixtures.amounts;
import static io.daybook.domain.payment.PaymentFixtures.anAuthorisedPayment;
import static io.daybook.domain.payment.PaymentFixtures.approve;
import static io.daybook.domain.payment.PaymentFixtures.capture;
import static io.daybook.domain.payment.PaymentFixtures.decline;
import static io.daybook.domain.payment.PaymentFixtures.eur;
import static io.daybook.domain.payment.PaymentFixtures.refund;
import static io.daybook.domain.payment.PaymentFixtures.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.PaymentId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefundTest {

    private static final PaymentId FIRST = payment(1);
    private static final PaymentId SECOND = payment(2);
    private static final PaymentId THIRD = payment(3);

    @Test
    void p05_a_partial_capture_names_its_amount_to_the_provider() {
        anAuthorisedPayment()
                .when(capture("30.00", "c1"))
                .thenEvents(new CaptureRequested(ID, ORDER, "c1", eur("30.00"), ROUTE));
    }

    @Test
    void p06_a_refund_that_the_provider_refused_blocks_no_later_one() {
        var payment = aCapturedPayment().givenCommands(refund("100.00", "r1"));
        payment.when(decline("r1"))
                .thenEvents(new RefundFailed(ID, ORDER, "r1", eur("100.00"), "no"));
        payment.givenCommands(decline("r1"), refund("60.00", "r2"), approve("r2"));

        assertThat(amounts(payment).refunded()).isEqualTo(eur("60.00"));
        assertThat(amounts(payment).refundable()).isEqualTo(eur("40.00"));
    }

    @Test
    void p07_the_same_refund_twice_is_one_and_two_never_pass_what_was_captured() {
        var payment = aCapturedPayment().givenCommands(refund("80.00", "r1"));

        payment.when(refund("80.00", "r1")).thenNothingChanges();
        payment.when(refund("80.00", "r2"))
                .thenRefused(new PaymentRejection.ExceedsCaptured(eur("80.00"), eur("20.00")));
    }

    @Test
    void p08_what_was_paid_after_discounts_is_the_limit_not_the_list_price() {
        var plan =
                RefundPlan.of(
                        eur("100.00"),
                        List.of(new RefundSource(FIRST, "card", eur("80.00"))),
                        RefundPreference.OLDEST_FIRST);

        assertThat(plan.steps()).containsExactly(new RefundStep(FIRST, eur("80.00")));
        assertThat(plan.missing()).isEqualTo(eur("20.00"));
        assertThat(plan.isComplete()).isFalse();
    }

    @Test
    void p09_a_second_refund_goes_on_with_the_next_payment() {
        var sources =
                List.of(
                        new RefundSource(FIRST, "card", eur("10.00")),
                        new RefundSource(SECOND, "card", eur("50.00")));

        var plan = RefundPlan.of(eur("25.00"), sources, RefundPreference.OLDEST_FIRST);

        assertThat(plan.steps())
                .containsExactly(
                        new RefundStep(FIRST, eur("10.00")), new RefundStep(SECOND, eur("15.00")));
        assertThat(plan.isComplete()).isTrue();
    }

    @Test
    void p10_nothing_is_never_refunded() {
        var sources =
                List.of(
                        new RefundSource(FIRST, "card", eur("0.00")),
                        new RefundSource(SECOND, "card", eur("5.00")));

        assertThat(RefundPlan.of(eur("5.00"), sources, RefundPreference.OLDEST_FIRST).steps())
                .containsExactly(new RefundStep(SECOND, eur("5.00")));
        assertThatThrownBy(() -> refund("0.00", "r1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RefundStep(FIRST, eur("0.00")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RefundPlan.of(eur("0.00"), sources, RefundPreference.OLDEST_FIRST))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void p11_no_remainder_is_left_behind_in_any_currency() {
        for (String code : List.of("EUR", "JPY", "KWD")) {
            Currency currency = Currency.getInstance(code);
            Money total = new Money(BigDecimal.TEN, currency);
            var thirds =
                    List.of(
                            new RefundSource(FIRST, "card", total.share(1, 3)),
                            new RefundSource(SECOND, "card", total.share(1, 3)),
                            new RefundSource(
                                    THIRD,
                                    "card",
                                    total.minus(total.share(1, 3)).minus(total.share(1, 3))));

            var plan = RefundPlan.of(total, thirds, RefundPreference.OLDEST_FIRST);

            assertThat(plan.isComplete()).isTrue();
            assertThat(sum(plan, currency)).isEqualTo(total);
        }
    }

    @Test
    void p12_what_is_left_changes_with_every_refund() {
        var payment = aCapturedPayment();
        Money left = eur("100.00");
        for (int i = 1; i <= 4; i++) {
            payment.givenCommands(refund("25.00", "r" + i), approve("r" + i));
            left = left.minus(eur("25.00"));
            assertThat(amounts(payment).refundable()).isEqualTo(left);
        }
        assertThat(status(payment)).isEqualTo(PaymentStatus.REFUNDED);
    }

    @Test
    void p13_a_refund_needs_no_reason_but_money_that_was_taken() {
        aCapturedPayment()
                .when(refund("5.00", "goodwill"))
                .thenEvents(
                        new RefundRequested(
                                ID, ORDER, "goodwill", eur("5.00"), "goodwill", List.of(), ROUTE));
    }

    @Test
    void theStepsOnOtherPaymentsAreKeptWithTheIntent() {
        var also = List.of(new RefundStep(SECOND, eur("20.00")));

        aCapturedPayment()
                .when(new RefundPayment(ID, eur("100.00"), "claim", "r1", also))
                .thenEvents(
                        new RefundRequested(ID, ORDER, "r1", eur("100.00"), "claim", also, ROUTE));
    }

    @Test
    void everyPreferenceHasItsOrder() {
        var sources =
                List.of(
                        new RefundSource(FIRST, "card", eur("30.00")),
                        new RefundSource(SECOND, "store-credit", eur("10.00")),
                        new RefundSource(THIRD, "card", eur("20.00")));

        assertThat(order(sources, "40.00", RefundPreference.OLDEST_FIRST))
                .containsExactly(FIRST, SECOND);
        assertThat(order(sources, "40.00", RefundPreference.NEWEST_FIRST))
                .containsExactly(THIRD, SECOND, FIRST);
        assertThat(order(sources, "15.00", RefundPreference.FEWEST_PAYMENTS))
                .containsExactly(THIRD);
        assertThat(order(sources, "40.00", RefundPreference.FEWEST_PAYMENTS))
                .containsExactly(FIRST, THIRD);
        assertThat(order(sources, "40.00", RefundPreference.STORE_CREDIT_FIRST))
                .containsExactly(SECOND, FIRST);
        assertThat(order(sources, "40.00", RefundPreference.STORE_CREDIT_LAST))
                .containsExactly(FIRST, THIRD);
    }

    @Test
    void anyPlanAddsUpAndTakesNothingThatIsNotThere() {
        var random = new Random(4);
        for (int run = 0; run < 2_000; run++) {
            var sources = new ArrayList<RefundSource>();
            for (int i = 0; i < random.nextInt(5); i++) {
                sources.add(
                        new RefundSource(
                                payment(i + 1),
                                random.nextBoolean() ? "card" : "store-credit",
                                cents((long) random.nextInt(3) * random.nextInt(500))));
            }
            Money wanted = cents(1 + random.nextInt(1_500));
            for (var preference : RefundPreference.values()) {
                var plan = RefundPlan.of(wanted, sources, preference);
                Money taken = sum(plan, wanted.currency());

                assertThat(taken.plus(plan.missing())).isEqualTo(wanted);
                assertThat(plan.steps())
                        .allSatisfy(step ->
                                assertThat(step.amount())
                                        .isLessThanOrEqualTo(refundable(sources, step)));
                Money all =
                        sources.stream()
                                .map(RefundSource::refundable)
                                .reduce(cents(0), Money::plus);
                assertThat(taken).isEqualTo(all.min(wanted));
            }
        }
    }

    private static Money refundable(List<RefundSource> sources, RefundStep step) {
        return sources.stream()
                .filter(source -> source.paymentId().equals(step.paymentId()))
                .map(RefundSource::refundable)
                .findFirst()
                .orElseThrow();
    }

    private static List<PaymentId> order(
            List<RefundSource> sources, String amount, RefundPreference preference) {
        return RefundPlan.of(eur(amount), sources, preference).steps().stream()
                .map(RefundStep::paymentId)
                .toList();
    }

    private static Money sum(RefundPlan plan, Currency currency) {
        return plan.steps().stream()
                .map(RefundStep::amount)
                .reduce(Money.zero(currency), Money::plus);
    }

    private static Money cents(long cents) {
        return new Money(BigDecimal.valueOf(cents, 2), Currency.getInstance("EUR"));
    }

    private static PaymentId payment(int number) {
        return PaymentId.of(new UUID(0x0199d0a46f3c7000L, 0x8000000000000000L + number));
    }
}
