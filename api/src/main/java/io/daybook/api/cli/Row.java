package io.daybook.api.cli;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/** One row of a {@link Sheet}, read column by column; what does not fit is a {@link BadRow}. */
record Row(String file, long line, CSVRecord cells) {

    /** No exponents, signs of grouping or words such as {@code NaN}. */
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,15}(\\.\\d{1,6})?");

    void refuseWrongWidth() {
        int expected = cells.getParser().getHeaderNames().size();
        if (cells.size() != expected) {
            throw new BadRow("has %d columns instead of %d".formatted(cells.size(), expected));
        }
    }

    /** Empty when the cell is, or the file has no such column. */
    String text(String column) {
        return cells.isSet(column) ? cells.get(column) : "";
    }

    String required(String column) {
        var text = text(column);
        if (text.isEmpty()) {
            throw new BadRow(column + " is empty");
        }
        return text;
    }

    /** A value with rules of its own, which its constructor explains. */
    <T> T value(String column, Function<String, T> constructor) {
        var text = required(column);
        try {
            return constructor.apply(text);
        } catch (IllegalArgumentException refused) {
            throw new BadRow("%s %s: '%s'".formatted(column, refused.getMessage(), text));
        }
    }

    int whole(String column, int least) {
        var text = text(column).isEmpty() ? "0" : text(column);
        try {
            int number = Integer.parseInt(text);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException notWhole) {
            throw new BadRow("%s is not a whole number: '%s'".formatted(column, text));
        }
        throw new BadRow("%s must be at least %d: '%s'".formatted(column, least, text));
    }

    BigDecimal decimal(String column) {
        var text = text(column).isEmpty() ? "0" : text(column);
        if (!DECIMAL.matcher(text).matches()) {
            throw new BadRow("%s is not a number like 12.50: '%s'".formatted(column, text));
        }
        return new BigDecimal(text);
    }

    /** Checked, but kept as written; empty when the cell is. */
    String date(String column) {
        var text = text(column);
        try {
            return text.isEmpty() ? text : LocalDate.parse(text).toString();
        } catch (DateTimeParseException notDate) {
            throw new BadRow("%s is not a date like 2026-11-30: '%s'".formatted(column, text));
        }
    }
}
