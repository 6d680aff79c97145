package io.daybook.projection.processing;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The end of the log, as far as lag is concerned. */
final class LogHead {

    private final JdbcTemplate jdbc;

    LogHead(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** 0 for an empty log. */
    long position() {
        var highest =
                jdbc.queryForObject(
                        "SELECT coalesce(max(global_index), 0) FROM daybook.domain_event_entry",
                        Long.class);
        return highest == null ? 0 : highest;
    }

    /** When the oldest event was recorded that is there but not applied. */
    Optional<Instant> oldestAfter(ReachedPosition reached) {
        return jdbc
                .query(
                        "SELECT time_stamp FROM (SELECT global_index, time_stamp FROM daybook.domain_event_entry"
                                + " WHERE global_index = ANY (?) UNION ALL (SELECT global_index, time_stamp"
                                + " FROM daybook.domain_event_entry WHERE global_index > ? ORDER BY global_index LIMIT 1))"
                                + " AS unapplied ORDER BY global_index LIMIT 1",
                        statement -> {
                            var gaps = reached.gaps().toArray();
                            statement.setArray(
                                    1, statement.getConnection().createArrayOf("bigint", gaps));
                            statement.setLong(2, reached.index());
                        },
                        (row, number) -> Instant.parse(row.getString(1)))
                .stream()
                .findFirst();
    }
}
