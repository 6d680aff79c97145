package io.daybook.query.read;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One row of a result; a column is only empty where the caller says that it may be. */
public record Row(Readable columns) {

    public String text(String column) {
        return present(column, String.class);
    }

    public @Nullable String optionalText(String column) {
        return columns.get(column, String.class);
    }

    public long number(String column) {
        return present(column, Long.class);
    }

    public Instant instant(String column) {
        return present(column, Instant.class);
    }

    public @Nullable Long optionalNumber(String column) {
        return columns.get(column, Long.class);
    }

    public @Nullable Instant optionalInstant(String column) {
        return columns.get(column, Instant.class);
    }

    private <T> T present(String column, Class<T> type) {
        return Objects.requireNonNull(columns.get(column, type), column);
    }
}
