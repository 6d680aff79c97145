package io.daybook.projection.table;

import io.daybook.projection.RecordedEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A table with one view per row, kept as the JSON document that readers get, beside columns to find
 * it by.
 */
public final class DocumentTable<V> {

    /**
     * Without any setting of our own for writing: time travel folds the same events and must come
     * to the same bytes. A document may be older than a number of its view.
     */
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private final JdbcTemplate jdbc;
    private final Class<V> type;
    private final String select;
    private final RowTable<Document<V>> rows;

    /** Applies one event; null when it is applied already. */
    @FunctionalInterface
    public interface Fold<V> {
        @Nullable V evolve(@Nullable V before, RecordedEvent event);
    }

    private record Stored<V>(String id, V view) {}

    /**
     * @param columns beside the key, the tenant, the last position and the document
     */
    public DocumentTable(
            JdbcTemplate jdbc, String name, String key, Class<V> type, List<Column<V>> columns) {
        this.jdbc = jdbc;
        this.type = type;
        this.select =
                "SELECT %1$s, document::text FROM %2$s WHERE %1$s = ANY (?)".formatted(key, name);
        var all = new ArrayList<Column<Document<V>>>();
        all.add(Column.text(key, Document::id));
        all.add(Column.text("tenant", Document::tenant));
        all.add(Column.whole("last_position", Document::position));
        all.add(
                new Column<>(
                        "document", "json", document -> JSON.writeValueAsString(document.view())));
        columns.forEach(column ->
                all.add(
                        new Column<>(
                                column.name(),
                                column.type(),
                                document -> column.value().apply(document.view()))));
        this.rows = new RowTable<>(jdbc, name, key, all);
    }

    /**
     * Folds the events into what the table holds; returns the documents that changed. Writes
     * nothing.
     */
    public Collection<Document<V>> fold(
            List<RecordedEvent> events, Function<RecordedEvent, String> key, Fold<V> fold) {
        var stored = load(events.stream().map(key).distinct().toArray(String[]::new));
        var changed = new LinkedHashMap<String, Document<V>>();
        for (var event : events) {
            var id = key.apply(event);
            var draft = changed.get(id);
            var before = draft == null ? stored.get(id) : draft.view();
            var after = fold.evolve(before, event);
            if (after != null) {
                changed.put(
                        id,
                        new Document<>(
                                id, event.tenant(), stored.get(id), after, event.position()));
            }
        }
        return changed.values();
    }

    private Map<String, V> load(String[] ids) {
        return jdbc
                .query(
                        select,
                        statement ->
                                statement.setArray(
                                        1, statement.getConnection().createArrayOf("text", ids)),
                        this::read)
                .stream()
                .collect(Collectors.toMap(Stored::id, Stored::view));
    }

    private Stored<V> read(ResultSet row, int number) throws SQLException {
        return new Stored<>(row.getString(1), JSON.readValue(row.getString(2), type));
    }

    public void save(Collection<Document<V>> documents) {
        rows.upsert(documents);
    }

    public void clear() {
        rows.clear();
    }
}
