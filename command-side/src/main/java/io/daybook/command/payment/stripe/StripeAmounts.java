package io.daybook.command.payment.stripe;

import io.daybook.domain.shared.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Amounts as Stripe counts them: whole numbers of a smallest unit, which is not always ISO's. */
final class StripeAmounts {

    private static final Set<String> WITHOUT_DECIMALS =
            Set.of(
                    "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND",
                    "VUV", "XAF", "XOF", "XPF");

    /** Without decimals today, and counted in hundredths as they were. */
    private static final Set<String> STILL_IN_HUNDREDTHS = Set.of("ISK", "UGX");

    private StripeAmounts() {}

    /** Nothing when Stripe cannot move exactly this amount. */
    static Optional<Long> minor(Money money) {
        int digits = digits(money.currency());
        BigDecimal minor = money.amount().movePointRight(digits).stripTrailingZeros();
        boolean exact = minor.scale() <= 0;
        // Of three decimals the last has to be 0.
        boolean movable = digits < 3 || minor.remainder(BigDecimal.TEN).signum() == 0;
        return exact && movable ? Optional.of(minor.longValueExact()) : Optional.empty();
    }

    static Money money(long minor, String currency) {
        Currency known = Currency.getInstance(currency.toUpperCase(Locale.ROOT));
        return new Money(BigDecimal.valueOf(minor, digits(known)), known);
    }

    private static int digits(Currency currency) {
        String code = currency.getCurrencyCode();
        if (WITHOUT_DECIMALS.contains(code)) {
            return 0;
        }
        return STILL_IN_HUNDREDTHS.contains(code) ? 2 : currency.getDefaultFractionDigits();
    }
}
