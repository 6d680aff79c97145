package io.daybook.api.exchange;

import io.daybook.api.problem.FieldError;
import io.daybook.api.problem.ProblemException;
import io.daybook.domain.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with a request, field by field. Each check answers the value, or a
 * stand-in when it is wrong; {@link #done()} throws before a stand-in can go anywhere.
 */
public final class Checks {

    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,15}(\\.\\d{1,10})?");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    private final List<FieldError> errors = new ArrayList<>();

    public void done() {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    public void wrong(String pointer, String message) {
        errors.add(new FieldError(pointer, message));
    }

    /** A required value type whose constructor knows its form. */
    public <T> @Nullable T value(String pointer, @Nullable String raw, Function<String, T> type) {
        if (raw == null) {
            wrong(pointer, "is required");
            return null;
        }
        return optional(pointer, raw, type);
    }

    public <T> @Nullable T optional(
            String pointer, @Nullable String raw, Function<String, T> type) {
        try {
            return raw == null ? null : type.apply(raw);
        } catch (IllegalArgumentException e) {
            wrong(pointer, String.valueOf(e.getMessage()));
            return null;
        }
    }

    public String text(String pointer, @Nullable String raw, int most) {
        if (raw == null || raw.isBlank()) {
            wrong(pointer, "is required");
            return "";
        }
        optionalText(pointer, raw, most);
        return raw;
    }

    public @Nullable String optionalText(String pointer, @Nullable String raw, int most) {
        if (raw != null && raw.length() > most) {
            wrong(pointer, "has at most " + most + " characters");
        }
        if (raw != null && (CONTROL.matcher(raw).find() || hasLoneSurrogate(raw))) {
            wrong(pointer, "must not contain control characters");
        }
        return raw;
    }

    public int whole(String pointer, @Nullable Long raw, long least, long most) {
        if (raw == null) {
            wrong(pointer, "is required");
            return 1;
        }
        return wholeOr(pointer, raw, least, most, 1);
    }

    public @Nullable Integer optionalWhole(
            String pointer, @Nullable Long raw, long least, long most) {
        return raw == null ? null : wholeOr(pointer, raw, least, most, 1);
    }

    private int wholeOr(String pointer, long raw, long least, long most, int standIn) {
        if (raw < least || raw > most) {
            wrong(pointer, "must be between " + least + " and " + most);
            return standIn;
        }
        return Math.toIntExact(raw);
    }

    /** ISO 4217; euro stands in for one that is wrong. */
    public Currency currency(String pointer, @Nullable String raw) {
        try {
            if (raw != null) {
                Currency currency = Currency.getInstance(raw);
                if (currency.getDefaultFractionDigits() >= 0) {
                    return currency;
                }
            }
        } catch (IllegalArgumentException e) {
            // Reported below, like a currency without decimals of its own.
        }
        wrong(
                pointer,
                raw == null ? "is required" : "is not a currency that amounts can be stated in");
        return Currency.getInstance("EUR");
    }

    /** A decimal string, not negative. */
    public Money amount(String pointer, @Nullable String raw, Currency currency) {
        if (raw == null) {
            wrong(pointer, "is required");
            return Money.zero(currency);
        }
        if (!AMOUNT.matcher(raw).matches()) {
            wrong(pointer, "must be a decimal number as text, for example \"12.50\"");
            return Money.zero(currency);
        }
        try {
            Money money = new Money(new BigDecimal(raw), currency);
            if (money.isNegative()) {
                wrong(pointer, "must not be negative");
            }
            return money;
        } catch (IllegalArgumentException e) {
            wrong(pointer, String.valueOf(e.getMessage()));
            return Money.zero(currency);
        }
    }

    /** A decimal string, more than 0. */
    public Money positiveAmount(String pointer, @Nullable String raw, Currency currency) {
        Money amount = amount(pointer, raw, currency);
        if (raw != null && amount.isZero()) {
            wrong(pointer, "must be more than 0");
        }
        return amount;
    }

    public Money amountOrZero(String pointer, @Nullable String raw, Currency currency) {
        return raw == null ? Money.zero(currency) : amount(pointer, raw, currency);
    }

    /** Between 0 and 1 with at most six decimals; 0 when absent. */
    public BigDecimal rate(String pointer, @Nullable String raw) {
        if (raw == null) {
            return BigDecimal.ZERO;
        }
        BigDecimal rate = AMOUNT.matcher(raw).matches() ? new BigDecimal(raw) : BigDecimal.TEN;
        if (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) > 0 || rate.scale() > 6) {
            wrong(pointer, "must be a rate between 0 and 1 as text, for example \"0.19\"");
            return BigDecimal.ZERO;
        }
        return rate;
    }

    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints()
                .anyMatch(
                        each -> each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE);
    }
}
