package io.daybook.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MoneyLimitsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void amountsHaveFifteenDigitsBeforeThePointAtMost() {
        assertThat(eur("999999999999999.99").text()).isEqualTo("999999999999999.99");
        assertThat(eur("-999999999999999.99").isNegative()).isTrue();
        for (String large : new String[] {"1000000000000000", "-1000000000000000"}) {
            assertThatThrownBy(() -> eur(large)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void isWrittenAsTextAndReadBack() {
        var written = JSON.readTree(JSON.writeValueAsString(eur("25")));
        assertThat(written.get("amount").asString()).isEqualTo("25.00");
        assertThat(written.get("currency").asString()).isEqualTo("EUR");
        assertThat(JSON.readValue("{\"amount\":\"25.5\",\"currency\":\"EUR\"}", Money.class))
                .isEqualTo(eur("25.50"));
        assertThat(eur("25.5")).hasToString("25.50 EUR");
    }

    @Test
    void theLesserOfTwoIsTaken() {
        assertThat(eur("1.00").min(eur("2.00"))).isEqualTo(eur("1.00"));
        assertThat(eur("3.00").min(eur("2.00"))).isEqualTo(eur("2.00"));
    }

    @Test
    void nothingIsNeitherMoreNorLessThanNothing() {
        assertThat(eur("0").isPositive()).isFalse();
        assertThat(eur("0").isNegative()).isFalse();
        assertThat(eur("0").isZero()).isTrue();
        assertThat(eur("0.01").isPositive()).isTrue();
        assertThat(eur("-0.01").isNegative()).isTrue();
    }

    private static Money eur(String amount) {
        return new Money(new BigDecimal(amount), Currency.getInstance("EUR"));
    }
}
