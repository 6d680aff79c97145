package io.daybook.projection.table;

import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column and how a row fills it.
 *
 * @param type PostgreSQL's name of the type
 * @param value must have a text form that PostgreSQL reads as this type
 */
public record Column<R>(String name, String type, Function<R, @Nullable Object> value) {

    public static <R> Column<R> text(String name, Function<R, @Nullable Object> value) {
        return new Column<>(name, "text", value);
    }

    public static <R> Column<R> whole(String name, Function<R, Number> value) {
        return new Column<>(name, "bigint", value::apply);
    }

    public static <R> Column<R> amount(String name, Function<R, BigDecimal> value) {
        return new Column<>(name, "numeric", row -> value.apply(row).toPlainString());
    }

    public static <R> Column<R> time(String name, Function<R, @Nullable Object> value) {
        return new Column<>(name, "timestamptz", value);
    }

    @Nullable String textOf(R row) {
        var filled = value.apply(row);
        return filled == null ? null : filled.toString();
    }
}
