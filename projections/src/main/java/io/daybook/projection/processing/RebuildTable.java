package io.daybook.projection.processing;

import io.daybook.domain.projection.RebuildStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The record of rebuilds, at most one of them running per projection. All its times are of the
 * database's clock, because a rebuild may end on another node than it began.
 */
final class RebuildTable {

    private static final String SELECT =
            "SELECT id, projection, status, started_at, emptied_at, finished_at,"
                    + " coalesce(finished_at, clock_timestamp()) AS seen_at, total FROM readmodel.projection_rebuild WHERE ";

    private final JdbcTemplate jdbc;

    /**
     * @param seenAt the end, or the moment of this reading
     */
    record Rebuild(
            String id,
            String projection,
            RebuildStatus.Status status,
            Instant startedAt,
            boolean emptied,
            @Nullable Instant finishedAt,
            Instant seenAt,
            long total) {

        boolean isRunning() {
            return status == RebuildStatus.Status.RUNNING;
        }
    }

    RebuildTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** False when one is running already. */
    boolean add(String id, String projection, long total) {
        return jdbc.update(
                        "INSERT INTO readmodel.projection_rebuild (id, projection, status, started_at, total)"
                                + " VALUES (?, ?, 'RUNNING', clock_timestamp(), ?) ON CONFLICT DO NOTHING",
                        id,
                        projection,
                        total)
                == 1;
    }

    Optional<Rebuild> find(String projection, String id) {
        return select("projection = ? AND id = ?", projection, id).stream().findFirst();
    }

    Optional<Rebuild> running(String projection) {
        return select("projection = ? AND status = 'RUNNING'", projection).stream().findFirst();
    }

    private List<Rebuild> select(String condition, Object... values) {
        return jdbc.query(SELECT + condition, (row, number) -> rebuild(row), values);
    }

    private static Rebuild rebuild(ResultSet row) throws SQLException {
        var finishedAt = row.getTimestamp("finished_at");
        return new Rebuild(
                row.getString("id"),
                row.getString("projection"),
                RebuildStatus.Status.valueOf(row.getString("status")),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("emptied_at") != null,
                finishedAt == null ? null : finishedAt.toInstant(),
                row.getTimestamp("seen_at").toInstant(),
                row.getLong("total"));
    }

    /**
     * Keeps the record until the end of the transaction, unless the tables are empty already or
     * another node is about to empty them.
     */
    boolean lockBeforeEmptying(String id) {
        return !jdbc.queryForList(
                        "SELECT 1 FROM readmodel.projection_rebuild WHERE id = ? AND status = 'RUNNING'"
                                + " AND emptied_at IS NULL FOR UPDATE SKIP LOCKED",
                        Integer.class,
                        id)
                .isEmpty();
    }

    void emptied(String projection) {
        jdbc.update(
                "UPDATE readmodel.projection_rebuild SET emptied_at = clock_timestamp()"
                        + " WHERE projection = ? AND status = 'RUNNING'",
                projection);
    }

    void finish(String id, RebuildStatus.Status status) {
        jdbc.update(
                "UPDATE readmodel.projection_rebuild SET status = ?, finished_at = clock_timestamp()"
                        + " WHERE id = ? AND status = 'RUNNING'",
                status.name(),
                id);
    }
}
