package io.daybook.command.idempotency;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of {@code daybook.idempotency_key}. Takes part in the transaction of the caller. */
final class IdempotencyTable {

    private final JdbcClient jdbc;

    IdempotencyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Waits for a concurrent duplicate to commit or roll back; {@code false} when the key is taken.
     */
    boolean insert(KeyScope scope, StoredKey stored) {
        return jdbc.sql(
                                """
                                INSERT INTO daybook.idempotency_key
                                  (tenant, route, key, fingerprint, result, position, correlation_id)
                                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING\
                                """)
                        .params(scope.tenant(), scope.route(), scope.key())
                        .params(stored.fingerprint(), stored.result())
                        .param(stored.position())
                        .param(stored.correlationId())
                        .update()
                == 1;
    }

    Optional<StoredKey> find(KeyScope scope) {
        return jdbc.sql(
                        """
                        SELECT fingerprint, result, position, answer, correlation_id FROM daybook.idempotency_key
                        WHERE tenant = ? AND route = ? AND key = ?\
                        """)
                .params(scope.tenant(), scope.route(), scope.key())
                .query((row, _) ->
                        new StoredKey(
                                row.getString("fingerprint"),
                                row.getString("result"),
                                row.getObject("position", Long.class),
                                row.getString("answer"),
                                row.getString("correlation_id")))
                .optional();
    }

    /**
     * Stores the answer unless there is one; returns the one that counts, or {@code null} when the
     * key is gone.
     */
    @Nullable String rememberAnswer(KeyScope scope, String answer) {
        return jdbc.sql(
                        """
                        UPDATE daybook.idempotency_key SET answer = coalesce(answer, ?)
                        WHERE tenant = ? AND route = ? AND key = ? RETURNING answer\
                        """)
                .params(answer, scope.tenant(), scope.route(), scope.key())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    int deleteOlderThan(Duration age) {
        return jdbc.sql(
                        "DELETE FROM daybook.idempotency_key WHERE created_at < now() - make_interval(secs => ?)")
                .params(age.toSeconds())
                .update();
    }
}
