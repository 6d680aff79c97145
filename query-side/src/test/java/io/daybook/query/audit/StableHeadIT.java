package io.daybook.query.audit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.audit.ReadLog;
import io.daybook.domain.read.Page;
import io.daybook.domain.shared.TenantId;
import io.daybook.query.EventLog;
import io.daybook.query.EventLog.Entry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StableHeadIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TenantId DEMO = new TenantId("demo");

    private final EventLog log = new EventLog();
    private final LogQueryHandler handler = new LogQueryHandler(log.reactive());

    @Test
    void holdsBackWhatFollowsAnOpenTransactionUntilItCommits() throws SQLException {
        log.append(Entry.any());
        try (var open = begin()) {
            assertThat(EventLog.append(open, Entry.any())).isEqualTo(2);
            log.append(Entry.any());
            assertThat(read(0)).containsExactly(1L);
            assertThat(read(1)).isEmpty();

            open.commit();

            assertThat(read(1)).containsExactly(2L, 3L);
        }
    }

    @Test
    void goesOnAfterAnOpenTransactionIsRolledBack() throws SQLException {
        try (var open = begin()) {
            EventLog.append(open, Entry.any());
            log.append(Entry.any());
            assertThat(read(0)).isEmpty();

            open.rollback();

            assertThat(read(0)).containsExactly(2L);
        }
    }

    @Test
    void readsUpToTheGapOfAnOpenTransactionEvenIfItNeverLookedBefore() throws SQLException {
        log.append(Entry.any());
        log.append(Entry.any());
        try (var open = begin()) {
            EventLog.append(open, Entry.any());
            log.append(Entry.any());

            assertThat(read(0)).containsExactly(1L, 2L);
        }
    }

    @Test
    void passesDeadGapsThoughThereIsAlwaysSomebodyWriting() throws SQLException {
        try (var first = begin();
                var second = begin();
                var dead = begin()) {
            EventLog.append(first, Entry.any());
            EventLog.append(dead, Entry.any());
            dead.rollback();
            log.append(Entry.any());
            assertThat(read(0)).isEmpty();

            EventLog.append(second, Entry.any());
            first.commit();

            assertThat(read(0)).containsExactly(1L, 3L);
        }
    }

    @Test
    void aTransactionThatOnlyReadsHoldsNothingBack() throws SQLException {
        try (var reader = begin();
                var statement = reader.createStatement()) {
            statement.execute(
                    "SELECT pg_current_xact_id(), count(*) FROM daybook.domain_event_entry");
            try (var dead = begin()) {
                EventLog.append(dead, Entry.any());
                dead.rollback();
            }
            log.append(Entry.any());

            assertThat(read(0)).containsExactly(2L);
        }
    }

    @Test
    void theHistoryOfOneEntityIsNeverHeldBack() throws SQLException {
        try (var open = begin()) {
            EventLog.append(open, Entry.any());
            log.append(Entry.of("demo", "ord_a"));

            var query =
                    new ReadLog(
                            DEMO, null, "ord_a", null, null, null, null, null, null, null, 0, 10);

            assertThat(positions(handler.handle(query).join())).containsExactly(2L);
        }
    }

    @Test
    void aFollowerMissesNothingWhileManyWrite() throws Exception {
        var committed = new ConcurrentLinkedQueue<Long>();
        var seen = new ArrayList<Long>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = new ArrayList<Future<?>>();
            for (var writer = 0; writer < 6; writer++) {
                writers.add(pool.submit(() -> write(60, committed)));
            }
            while (!writers.stream().allMatch(Future::isDone)) {
                follow(seen);
            }
            for (var writer : writers) {
                writer.get();
            }
        }
        follow(seen);

        assertThat(seen).isSorted().containsExactlyInAnyOrderElementsOf(committed);
    }

    /** Every fifth transaction is rolled back, every one stays open for a moment. */
    private Void write(int transactions, Queue<Long> committed) throws SQLException {
        try (var connection = begin()) {
            for (var number = 0; number < transactions; number++) {
                var position = EventLog.append(connection, Entry.any());
                LockSupport.parkNanos(
                        TimeUnit.MICROSECONDS.toNanos(ThreadLocalRandom.current().nextLong(8_000)));
                if (number % 5 == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                    committed.add(position);
                }
            }
        }
        return null;
    }

    private void follow(List<Long> seen) {
        List<Long> found;
        do {
            found = read(seen.isEmpty() ? 0 : seen.getLast());
            seen.addAll(found);
        } while (!found.isEmpty());
    }

    private Connection begin() throws SQLException {
        var connection = log.connect();
        connection.setAutoCommit(false);
        return connection;
    }

    private List<Long> read(long after) {
        var query =
                new ReadLog(DEMO, null, null, null, null, null, null, null, null, null, after, 200);
        return positions(handler.handle(query).orTimeout(10, SECONDS).join());
    }

    private static List<Long> positions(Page page) {
        return page.items().stream()
                .map(item -> JSON.readTree(item).path("position").asLong())
                .toList();
    }
}
