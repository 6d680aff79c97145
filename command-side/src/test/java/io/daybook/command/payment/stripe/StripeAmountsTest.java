package io.daybook.command.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.shared.Money;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripeAmountsTest {

    @ParameterizedTest
    @CsvSource({
        "25.00, EUR, 2500",
        "0.01, USD, 1",
        "500, JPY, 500",
        "500, KRW, 500",
        "5.000, KWD, 5000",
        "5.120, KWD, 5120",
        "5, UGX, 500",
        "5, ISK, 500",
        "10.50, HUF, 1050",
        "7.00, MGA, 7"
    })
    void isCountedAsStripeCounts(String amount, String currency, long minor) {
        Money money = StripeRequests.money(amount, currency);

        assertThat(StripeAmounts.minor(money)).contains(minor);
        assertThat(StripeAmounts.money(minor, currency.toLowerCase(Locale.ROOT))).isEqualTo(money);
    }

    @ParameterizedTest
    @CsvSource({"5.124, KWD", "7.50, MGA"})
    void whatStripeCannotMoveExactlyIsNotRounded(String amount, String currency) {
        assertThat(StripeAmounts.minor(StripeRequests.money(amount, currency))).isEmpty();
    }
}
