package io.daybook.domain.storecredit;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.Scenario;
import io.daybook.domain.shared.CustomerId;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.StoreCreditId;
import io.daybook.domain.shared.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoreCreditTest {

    private static final StoreCreditId ACCOUNT = StoreCreditId.parse("scr_demo:EUR:customer:7");
    private static final PaymentId PAYMENT =
            PaymentId.of(new UUID(0x0199d0a46f3c7000L, 0x8000000000000001L));
    private static final GrantStoreCredit GRANT =
            new GrantStoreCredit(ACCOUNT, "ret_1", eur("30.00"), "return");
    private static final HoldStoreCredit HOLD = new HoldStoreCredit(ACCOUNT, PAYMENT, eur("20.00"));

    @Test
    void theIdNamesTenantCurrencyAndCustomer() {
        assertThat(ACCOUNT)
                .isEqualTo(
                        new StoreCreditId(
                                new TenantId("demo"),
                                Currency.getInstance("EUR"),
                                new CustomerId("customer:7")));
        assertThat(ACCOUNT).hasToString("scr_demo:EUR:customer:7");
    }

    @Test
    void aGrantCountsOnce() {
        anAccount()
                .when(GRANT)
                .thenEvents(new StoreCreditGranted(ACCOUNT, "ret_1", eur("30.00"), "return"));
        var granted = anAccount().givenCommands(GRANT);
        granted.when(GRANT).thenNothingChanges();
        granted.when(new GrantStoreCredit(ACCOUNT, "ret_1", eur("31.00"), "return"))
                .thenRefused(new StoreCreditRejection.CreditDiffers("ret_1"));
    }

    @Test
    void neverMoreIsSetAsideThanThereIs() {
        var held = anAccount().givenCommands(GRANT, HOLD);

        held.when(HOLD).thenNothingChanges();
        held.when(new HoldStoreCredit(ACCOUNT, PAYMENT, eur("19.00")))
                .thenRefused(new StoreCreditRejection.CreditDiffers(PAYMENT.value()));
        held.when(new HoldStoreCredit(ACCOUNT, another(), eur("10.01")))
                .thenRefused(
                        new StoreCreditRejection.InsufficientCredit(eur("10.01"), eur("10.00")));
        anAccount()
                .when(HOLD)
                .thenRefused(
                        new StoreCreditRejection.InsufficientCredit(eur("20.00"), eur("0.00")));
    }

    @Test
    void creditIsSpentInPartsReleasedAndGivenBack() {
        var account =
                anAccount().givenCommands(GRANT, HOLD, spend("c1", "12.00"), spend("c2", "3.00"));
        account.when(spend("c2", "3.00")).thenNothingChanges();
        account.when(spend("c3", "5.01"))
                .thenRefused(new StoreCreditRejection.ExceedsHold(eur("5.01"), eur("5.00")));

        var release = new ReleaseStoreCredit(ACCOUNT, PAYMENT, "v1");
        account.when(release)
                .thenEvents(new StoreCreditReleased(ACCOUNT, PAYMENT, "v1", eur("5.00")));
        account.givenCommands(release).when(release).thenNothingChanges();
        assertThat(account.state().available()).isEqualTo(eur("15.00"));

        account.when(giveBack("r1", "15.01"))
                .thenRefused(new StoreCreditRejection.ExceedsSpent(eur("15.01"), eur("15.00")));
        account.givenCommands(giveBack("r1", "15.00"))
                .when(giveBack("r1", "15.00"))
                .thenNothingChanges();
        assertThat(account.state().balance()).isEqualTo(eur("30.00"));
    }

    @Test
    void allThatIsThereMayBeSetAsideAndSpent() {
        var all = new HoldStoreCredit(ACCOUNT, PAYMENT, eur("30.00"));
        var account = anAccount().givenCommands(GRANT);

        account.when(all).thenEvents(new StoreCreditHeld(ACCOUNT, PAYMENT, eur("30.00")));
        account.givenCommands(all)
                .when(spend("c1", "30.00"))
                .thenEvents(new StoreCreditSpent(ACCOUNT, PAYMENT, "c1", eur("30.00")));
        assertThat(StoreCreditReceipt.of(ACCOUNT, account.state()))
                .isEqualTo(new StoreCreditReceipt(ACCOUNT, eur("30.00"), eur("0.00")));
        assertThat(account.state().allowed()).containsExactly("GrantStoreCredit");
    }

    @Test
    void anotherCurrencyIsRefused() {
        var usd = new Money(BigDecimal.ONE, Currency.getInstance("USD"));
        var differs = new StoreCreditRejection.CurrencyDiffers("USD", "EUR");

        anAccount().when(new GrantStoreCredit(ACCOUNT, "g", usd, "r")).thenRefused(differs);
        anAccount().when(new HoldStoreCredit(ACCOUNT, PAYMENT, usd)).thenRefused(differs);
        anAccount().when(new SpendStoreCredit(ACCOUNT, PAYMENT, "c", usd)).thenRefused(differs);
        anAccount().when(new GiveBackStoreCredit(ACCOUNT, PAYMENT, "r", usd)).thenRefused(differs);
    }

    @Test
    void theViewAgreesWithTheAccount() {
        var account = anAccount();
        var view = seen(account, GRANT, null);
        for (StoreCreditCommand command :
                new StoreCreditCommand[] {
                    HOLD,
                    spend("c1", "12.00"),
                    new ReleaseStoreCredit(ACCOUNT, PAYMENT, "v1"),
                    giveBack("r1", "2.00")
                }) {
            view = seen(account, command, view);
            assertThat(view.balance()).isEqualTo(account.state().balance().amount());
            assertThat(view.held()).isEqualTo(account.state().held().amount());
            assertThat(view.available()).isEqualTo(account.state().available().amount());
        }
        assertThat(view.granted()).isEqualByComparingTo("30.00");
        assertThat(view.spent()).isEqualByComparingTo("10.00");
        assertThat(view.version()).isEqualTo(5);
    }

    private static StoreCreditView seen(
            Scenario<StoreCreditCommand, StoreCreditState, StoreCreditEvent, StoreCreditRejection>
                    account,
            StoreCreditCommand command,
            @Nullable StoreCreditView before) {
        StoreCreditEvent event = account.when(command).events().getFirst();
        account.givenCommands(command);
        return StoreCreditView.evolve(before, event, Instant.EPOCH);
    }

    private static Scenario<
                    StoreCreditCommand, StoreCreditState, StoreCreditEvent, StoreCreditRejection>
            anAccount() {
        return new Scenario<>(
                StoreCreditState.initial(ACCOUNT.currency()),
                StoreCreditState::evolve,
                StoreCreditDecider::decide);
    }

    private static SpendStoreCredit spend(String operation, String amount) {
        return new SpendStoreCredit(ACCOUNT, PAYMENT, operation, eur(amount));
    }

    private static GiveBackStoreCredit giveBack(String operation, String amount) {
        return new GiveBackStoreCredit(ACCOUNT, PAYMENT, operation, eur(amount));
    }

    private static PaymentId another() {
        return PaymentId.of(new UUID(0x0199d0a46f3c7000L, 0x8000000000000002L));
    }

    private static Money eur(String amount) {
        return new Money(new BigDecimal(amount), Currency.getInstance("EUR"));
    }
}
