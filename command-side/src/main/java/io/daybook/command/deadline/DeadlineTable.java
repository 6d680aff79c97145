package io.daybook.command.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of {@code daybook.deadline}. Takes part in the transaction of the caller. */
final class DeadlineTable {

    private static final String SAME =
            " WHERE entity = ? AND kind = ? AND key = ? AND due_at = ? AND next_at = ?";

    private final JdbcClient jdbc;

    DeadlineTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sets or moves deadlines, each once at most. */
    void set(Collection<Deadline> deadlines) {
        if (deadlines.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        INSERT INTO daybook.deadline (kind, entity, key, tenant, due_at, next_at, event, correlation_id)
                        SELECT kind, entity, key, tenant, due_at, due_at, event, correlation_id
                        FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::text[])
                          AS new (kind, entity, key, tenant, due_at, event, correlation_id)
                        ORDER BY entity, kind, key
                        ON CONFLICT (entity, kind, key) DO UPDATE SET due_at = EXCLUDED.due_at, next_at = EXCLUDED.next_at,
                          attempts = 0, last_error = NULL, event = EXCLUDED.event, correlation_id = EXCLUDED.correlation_id\
                        """)
                .param(texts(deadlines, each -> each.id().kind().stored()))
                .param(texts(deadlines, each -> each.id().entity()))
                .param(texts(deadlines, each -> each.id().key()))
                .param(texts(deadlines, Deadline::tenant))
                .param(texts(deadlines, each -> each.dueAt().toString()))
                .param(texts(deadlines, Deadline::event))
                .param(texts(deadlines, Deadline::correlationId))
                .update();
    }

    void clear(Collection<DeadlineId> ids) {
        if (ids.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        DELETE FROM daybook.deadline AS d
                        USING unnest(?::text[], ?::text[], ?::text[]) AS gone (kind, entity, key)
                        WHERE d.entity = gone.entity AND d.kind = gone.kind AND d.key = gone.key\
                        """)
                .param(texts(ids, id -> id.kind().stored()))
                .param(texts(ids, DeadlineId::entity))
                .param(texts(ids, DeadlineId::key))
                .update();
    }

    /**
     * Takes deadlines that are due, the oldest first, and keeps other nodes from them until then.
     */
    List<Deadline> claim(Instant now, Instant until, int most) {
        return jdbc.sql(
                        """
                        UPDATE daybook.deadline AS d SET next_at = ?
                        FROM (SELECT entity, kind, key FROM daybook.deadline WHERE next_at <= ?
                              ORDER BY next_at LIMIT ? FOR UPDATE SKIP LOCKED) AS due
                        WHERE d.entity = due.entity AND d.kind = due.kind AND d.key = due.key
                        RETURNING d.kind, d.entity, d.key, d.tenant, d.due_at, d.event, d.correlation_id, d.attempts\
                        """)
                .params(Timestamp.from(until), Timestamp.from(now), most)
                .query((row, _) -> deadline(row))
                .list();
    }

    /** Forgets a deadline that was claimed until then, unless it was moved since. */
    void done(Deadline deadline, Instant claimedUntil) {
        jdbc.sql("DELETE FROM daybook.deadline" + SAME)
                .params(same(deadline, claimedUntil))
                .update();
    }

    /** Tries a claimed deadline again later, unless it was moved since. */
    void postpone(Deadline deadline, Instant claimedUntil, Instant next, String error) {
        jdbc.sql(
                        "UPDATE daybook.deadline SET next_at = ?, attempts = attempts + 1, last_error = left(?, 1000)"
                                + SAME)
                .params(Timestamp.from(next), error)
                .params(same(deadline, claimedUntil))
                .update();
    }

    /**
     * Deadlines that should have been met before {@code limit} and were tried or are waited for.
     */
    long overdue(Instant limit, Instant latestNext) {
        return jdbc.sql("SELECT count(*) FROM daybook.deadline WHERE next_at <= ? AND due_at < ?")
                .params(Timestamp.from(latestNext), Timestamp.from(limit))
                .query(Long.class)
                .single();
    }

    private static Object[] same(Deadline deadline, Instant claimedUntil) {
        return new Object[] {
            deadline.id().entity(),
            deadline.id().kind().stored(),
            deadline.id().key(),
            Timestamp.from(deadline.dueAt()),
            Timestamp.from(claimedUntil)
        };
    }

    private static Deadline deadline(ResultSet row) throws SQLException {
        return new Deadline(
                new DeadlineId(
                        DeadlineKind.of(row.getString("kind")),
                        row.getString("entity"),
                        row.getString("key")),
                row.getString("tenant"),
                row.getTimestamp("due_at").toInstant(),
                row.getString("event"),
                row.getString("correlation_id"),
                row.getInt("attempts"));
    }

    private static <T> @Nullable String[] texts(
            Collection<T> all, Function<T, @Nullable String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }
}
