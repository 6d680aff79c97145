package io.daybook.command.process;

import io.daybook.domain.process.DiscardControl;
import io.daybook.domain.shared.TenantId;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.common.DateTimeUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives parked events up, and remembers that in {@code daybook.discarded_dead_letter}. */
final class DiscardedLetters implements DiscardControl, AutoCloseable {

    private static final String DISCARD =
            """
            WITH gone AS (
              DELETE FROM daybook.dead_letter_entry AS letter
              WHERE dead_letter_identifier = :id AND processing_group IN (:groups)
                AND convert_from(meta_data, 'UTF8')::json ->> 'tenant' = :tenant
                AND (processing_started IS NULL OR processing_started < :claimed)
                AND NOT EXISTS (
                  SELECT 1 FROM daybook.dead_letter_entry AS earlier
                  WHERE earlier.processing_group = letter.processing_group
                    AND earlier.sequence_identifier = letter.sequence_identifier
                    AND earlier.sequence_index < letter.sequence_index)
              RETURNING *)
            INSERT INTO daybook.discarded_dead_letter (dead_letter_identifier, tenant, processing_group, sequence_identifier,
              event_identifier, payload_type, aggregate_identifier, sequence_number, cause_type, cause_message,
              enqueued_at, last_touched, discarded_at, discarded_by, reason)
            SELECT dead_letter_identifier, :tenant, processing_group, sequence_identifier, event_identifier, payload_type,
              aggregate_identifier, sequence_number, cause_type, cause_message, enqueued_at, last_touched,
              :now::timestamptz, :actor, :reason
            FROM gone
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ExecutorService executor =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("discard-", 1).factory());

    DiscardedLetters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public boolean mayDiscard(String group) {
        return ProcessAutoConfiguration.GROUPS.contains(group);
    }

    @Override
    public CompletableFuture<Boolean> discard(
            TenantId tenant, String deadLetterId, String actor, String reason) {
        return CompletableFuture.supplyAsync(
                () -> isDiscarded(tenant, deadLetterId, actor, reason), executor);
    }

    private boolean isDiscarded(TenantId tenant, String deadLetterId, String actor, String reason) {
        try {
            return jdbc.sql(DISCARD)
                            .param("id", deadLetterId)
                            .param("groups", ProcessAutoConfiguration.GROUPS)
                            .param("tenant", tenant.value())
                            .param(
                                    "claimed",
                                    DateTimeUtils.formatInstant(
                                            clock.instant().minus(ParkedReactions.CLAIM)))
                            .param("now", clock.instant().toString())
                            .param("actor", actor)
                            .param("reason", reason)
                            .update()
                    == 1;
        } catch (RuntimeException e) {
            if (BusyLetters.isCauseOf(e)) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
