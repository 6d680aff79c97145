package io.daybook.domain.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount in a currency, exact and always at the currency's own scale. May be negative (a
 * balance).
 *
 * @param amount at the scale of the currency
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

    /**
     * Fifteen digits before the point are more than any order needs and keep every column and sum
     * safe.
     */
    private static final BigDecimal LIMIT = new BigDecimal("1e15");

    public Money {
        int scale = currency.getDefaultFractionDigits();
        if (scale < 0) {
            throw new IllegalArgumentException(
                    currency + " is not a currency that amounts can be stated in");
        }
        if (amount.stripTrailingZeros().scale() > scale) {
            throw new IllegalArgumentException(
                    "%s has at most %d decimal places".formatted(currency, scale));
        }
        if (amount.abs().compareTo(LIMIT) >= 0) {
            throw new IllegalArgumentException("must be below 1000000000000000");
        }
        amount = amount.setScale(scale, RoundingMode.UNNECESSARY);
    }

    @JsonCreator
    static Money of(
            @JsonProperty("amount") String amount, @JsonProperty("currency") String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** Rounds half up to the currency's scale, the rule that invoices follow. */
    public static Money rounded(BigDecimal amount, Currency currency) {
        return new Money(
                amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP),
                currency);
    }

    public Money plus(Money other) {
        return new Money(amount.add(same(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(same(other).amount), currency);
    }

    public Money times(int factor) {
        return new Money(amount.multiply(BigDecimal.valueOf(factor)), currency);
    }

    /** The part of this amount that {@code units} of {@code total} stand for, rounded half up. */
    public Money share(int units, int total) {
        return new Money(
                amount.multiply(BigDecimal.valueOf(units))
                        .divide(
                                BigDecimal.valueOf(total),
                                currency.getDefaultFractionDigits(),
                                RoundingMode.HALF_UP),
                currency);
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(same(other).amount);
    }

    /** The plain decimal text, for example {@code 25.00}. */
    public String text() {
        return amount.toPlainString();
    }

    @JsonProperty("amount")
    String jsonAmount() {
        return text();
    }

    @Override
    public String toString() {
        return text() + ' ' + currency;
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "%s and %s cannot be combined".formatted(currency, other.currency));
        }
        return other;
    }
}
