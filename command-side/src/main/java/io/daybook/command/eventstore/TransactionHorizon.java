package io.daybook.command.eventstore;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows up to which index the log is settled: every transaction that owns an index at or below it
 * has finished. A gap below the settled index that a later read still does not find was rolled back
 * and can be forgotten; a gap above it may still be filled, however old it looks.
 *
 * <p>The rule: let X be the highest index that a completed read has seen. Then a tiny transaction
 * takes its own id H and commits. As soon as {@code pg_snapshot_xmin(pg_current_snapshot()) >= H},
 * everything up to X is settled.
 *
 * <p>Why it is exact: the sequence has {@code CACHE 1}, so it hands out indexes in the order in
 * which they are asked for. The owner of an index at or below X therefore asked before X was
 * visible, hence before H was taken; and the table's trigger gave that owner its transaction id
 * before it asked. So the owner's id is below H, and an xmin at or above H says that every id below
 * H has finished. No clock takes part, so neither skewed nodes nor long pauses matter. A long
 * foreign transaction only delays forgetting gaps, never the delivery of events.
 *
 * <p>Two tempting shortcuts are wrong: {@code pg_snapshot_xmax} in place of H is "highest finished
 * + 1", and a running owner may have a higher id; and comparing the ids of visible rows with xmin
 * fails because a newer transaction may hold a lower index.
 */
final class TransactionHorizon {

    private static final Logger log = LoggerFactory.getLogger(TransactionHorizon.class);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final DataSource dataSource;
    private final ReentrantLock probing = new ReentrantLock();
    private volatile long settled;
    private @Nullable Probe probe;
    private volatile long nextCheck = System.nanoTime();

    private record Probe(long highestSeen, String transactionId) {}

    TransactionHorizon(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Take this <em>before</em> the read whose missing rows are to be judged by it. */
    long settled() {
        return settled;
    }

    /**
     * Tries to settle everything up to an index that a completed read has seen; never waits for
     * other transactions.
     */
    void observe(long highestSeen) {
        if (highestSeen <= settled || nextCheck - System.nanoTime() > 0 || !probing.tryLock()) {
            return;
        }
        try {
            check(highestSeen);
        } catch (SQLException failure) {
            log.debug("Cannot tell which transactions are open: {}", failure.getMessage());
        } finally {
            nextCheck = System.nanoTime() + PAUSE.toNanos();
            probing.unlock();
        }
    }

    /**
     * Gives running transactions a moment to finish; true when everything up to {@code highestSeen}
     * is settled.
     */
    boolean settleWithin(Duration patience, long highestSeen) {
        var deadline = System.nanoTime() + patience.toNanos();
        observe(highestSeen);
        while (settled < highestSeen && deadline - System.nanoTime() > 0) {
            LockSupport.parkNanos(PAUSE.toNanos() / 4);
            observe(highestSeen);
        }
        return settled >= highestSeen;
    }

    private void check(long highestSeen) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            if (probe == null) {
                try (var rows = statement.executeQuery("SELECT pg_current_xact_id()::text")) {
                    rows.next();
                    probe = new Probe(highestSeen, rows.getString(1));
                }
            }
            var running = probe;
            var check =
                    "SELECT pg_snapshot_xmin(pg_current_snapshot()) >= '%s'::xid8"
                            .formatted(running.transactionId());
            try (var rows = statement.executeQuery(check)) {
                rows.next();
                if (rows.getBoolean(1)) {
                    settled = Math.max(settled, running.highestSeen());
                    probe = null;
                }
            }
        }
    }
}
