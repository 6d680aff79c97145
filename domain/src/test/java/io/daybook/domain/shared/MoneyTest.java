package io.daybook.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void amountsTakeTheScaleOfTheirCurrency() {
        assertThat(money("5", "EUR").text()).isEqualTo("5.00");
        assertThat(money("5", "JPY").text()).isEqualTo("5");
        assertThat(money("5", "KWD").text()).isEqualTo("5.000");
    }

    @Test
    void moreDecimalsThanTheCurrencyHasAreRefused() {
        assertThatThrownBy(() -> money("5.001", "EUR"))
                .hasMessageContaining("at most 2 decimal places");
        assertThatThrownBy(() -> money("5.1", "JPY"))
                .hasMessageContaining("at most 0 decimal places");
    }

    @Test
    void aCurrencyWithoutDecimalsOfItsOwnIsRefused() {
        assertThatThrownBy(() -> money("5", "XXX")).hasMessageContaining("not a currency");
    }

    @Test
    void currenciesAreNeverMixed() {
        assertThatThrownBy(() -> money("1", "EUR").plus(money("1", "USD")))
                .hasMessageContaining("cannot be combined");
    }

    @Test
    void partsRoundHalfUp() {
        assertThat(money("10.00", "EUR").share(1, 3)).isEqualTo(money("3.33", "EUR"));
        assertThat(money("0.05", "EUR").share(1, 2)).isEqualTo(money("0.03", "EUR"));
    }

    private static Money money(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }
}
