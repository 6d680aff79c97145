package io.daybook.api.payment;

import io.daybook.api.exchange.Checks;
import io.daybook.domain.shared.Money;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Amounts in requests about payments. */
final class Amounts {

    private Amounts() {}

    /** More than 0. */
    static Money positive(Checks checks, @Nullable String raw, Currency currency) {
        Money amount = checks.amount("/amount", raw, currency);
        if (raw != null && amount.isZero()) {
            checks.wrong("/amount", "must be more than 0");
        }
        return amount;
    }
}
