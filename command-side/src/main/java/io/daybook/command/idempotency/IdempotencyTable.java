package io.daybook.command.idempotency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of {@code daybook.idempotency_key}. Takes part in the transaction of the caller. */
final class IdempotencyTable {

    private static final String INSERT_HEAD =
            "INSERT INTO daybook.idempotency_key"
                    + " (tenant, route, key, fingerprint, result, position, correlation_id) VALUES ";
    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?)";
    private static final String INSERT_TAIL = " ON CONFLICT DO NOTHING";

    private final JdbcClient jdbc;

    IdempotencyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Waits for a concurrent duplicate to commit or roll back; {@code false} when the key is taken.
     */
    boolean insert(KeyScope scope, StoredKey stored) {
        return jdbc.sql(INSERT_HEAD + ROW + INSERT_TAIL)
                        .params(scope.tenant(), scope.route(), scope.key())
                        .params(stored.fingerprint(), stored.result())
                        .param(stored.position())
                        .param(stored.correlationId())
                        .update()
                == 1;
    }

    /**
     * As {@link #insert} for several keys; returns how many of them were not taken. In one order,
     * whatever the order of the commands, so that two groups with the same keys cannot wait for
     * each other.
     */
    int insertAll(List<GroupKey> keys) {
        var rows = new ArrayList<@Nullable Object>(7 * keys.size());
        keys.stream()
                .sorted(Comparator.comparing(GroupKey::scope))
                .forEach(key -> {
                    var scope = key.scope();
                    var stored = key.stored();
                    Collections.addAll(rows, scope.tenant(), scope.route(), scope.key());
                    Collections.addAll(rows, stored.fingerprint(), stored.result());
                    Collections.addAll(rows, key.position(), stored.correlationId());
                });
        return jdbc.sql(INSERT_HEAD + ROW + (", " + ROW).repeat(keys.size() - 1) + INSERT_TAIL)
                .params(rows)
                .update();
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
