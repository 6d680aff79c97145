package io.daybook.query.read;

import io.daybook.domain.shared.TenantId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/**
 * A {@code SELECT} on the rows of one tenant that grows by one condition at a time. Its text is
 * made of constants only; whatever a caller said is bound.
 */
public final class Selection {

    private final StringBuilder sql;
    private final Map<String, Object> values = new LinkedHashMap<>();

    /**
     * Selects from the rows of a tenant.
     *
     * @param select everything before the {@code WHERE}
     */
    public Selection(String select, TenantId tenant) {
        sql = new StringBuilder(select).append(" WHERE tenant = :tenant");
        values.put("tenant", tenant.value());
    }

    public Selection and(String condition) {
        sql.append(" AND ").append(condition);
        return this;
    }

    /**
     * Adds a condition, unless its value is {@code null}. Identifiers and enums are bound as their
     * text.
     */
    public Selection and(String condition, String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        return and(condition).with(name, value);
    }

    /** Binds a further value of a condition. */
    public Selection with(String name, Object value) {
        var bound = value instanceof Number || value instanceof Instant;
        values.put(name, bound ? value : value.toString());
        return this;
    }

    public Selection orderBy(String columns, int limit) {
        sql.append(" ORDER BY ").append(columns).append(" LIMIT :limit");
        values.put("limit", limit);
        return this;
    }

    public <T> Flux<T> rows(DatabaseClient database, Function<Row, T> mapping) {
        return database.sql(sql.toString())
                .bindValues(values)
                .map(columns -> mapping.apply(new Row(columns)))
                .all();
    }

    /** The {@code LIKE} pattern for texts that contain this one, whatever the case. */
    public static @Nullable String containing(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var literal =
                text.toLowerCase(Locale.ROOT)
                        .replace("\\", "\\\\")
                        .replace("%", "\\%")
                        .replace("_", "\\_");
        return '%' + literal + '%';
    }
}
