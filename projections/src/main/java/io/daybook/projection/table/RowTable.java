package io.daybook.projection.table;

import static java.util.stream.Collectors.joining;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A table that is written many rows at a time: one statement of the same text for any number of
 * rows.
 */
public final class RowTable<R> {

    private final JdbcTemplate jdbc;
    private final String name;
    private final List<Column<R>> columns;
    private final String upsert;

    /**
     * @param key its columns, separated by commas
     */
    public RowTable(JdbcTemplate jdbc, String name, String key, List<Column<R>> columns) {
        this.jdbc = jdbc;
        this.name = name;
        this.columns = List.copyOf(columns);
        this.upsert = upsertOf(name, key, this.columns);
    }

    private static <R> String upsertOf(String name, String key, List<Column<R>> columns) {
        var names = columns.stream().map(Column::name).collect(joining(", "));
        var arrays =
                columns.stream().map(column -> "?::" + column.type() + "[]").collect(joining(", "));
        var keys = List.of(key.split(", "));
        var changes =
                columns.stream()
                        .map(Column::name)
                        .filter(column -> !keys.contains(column))
                        .map(column -> column + " = excluded." + column)
                        .collect(joining(", "));
        return "INSERT INTO %s (%s) SELECT * FROM unnest(%s) ON CONFLICT (%s) DO UPDATE SET %s"
                .formatted(name, names, arrays, key, changes);
    }

    /** At most one row per key. */
    public void upsert(Collection<R> rows) {
        if (!rows.isEmpty()) {
            jdbc.update(upsert, statement -> bind(statement, rows));
        }
    }

    private void bind(PreparedStatement statement, Collection<R> rows) throws SQLException {
        var connection = statement.getConnection();
        var parameter = 1;
        for (var column : columns) {
            var values = rows.stream().map(column::textOf).toArray(String[]::new);
            statement.setArray(parameter++, connection.createArrayOf(column.type(), values));
        }
    }

    public void clear() {
        jdbc.execute("TRUNCATE TABLE " + name);
    }
}
