package io.daybook.command.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes other nodes after this one has appended, and is woken by them: NOTIFY and LISTEN on
 * connections of its own.
 *
 * <p>Sent outside the appending transaction and at most once in {@value #MILLIS_BETWEEN} ms,
 * because NOTIFY serialises commits on a lock of the whole database. A lost notification costs a
 * delay, never an event: the tail also polls.
 */
final class PeerNotifications implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PeerNotifications.class);
    private static final String CHANNEL = "daybook_events";
    private static final int MILLIS_BETWEEN = 10;
    private static final Duration RECONNECT = Duration.ofSeconds(1);

    private final ConnectionProvider connections;
    private final String node;
    private final Runnable onAppendElsewhere;
    private final Semaphore appended = new Semaphore(0);
    private volatile boolean running = true;
    private final Thread sender =
            Thread.ofVirtual().name("daybook-notify").unstarted(() -> keepUp(this::send));
    private final Thread listener =
            Thread.ofVirtual().name("daybook-listen").unstarted(() -> keepUp(this::listen));

    private interface Session {
        void run(Connection connection) throws SQLException, InterruptedException;
    }

    PeerNotifications(ConnectionProvider connections, NodeId node, Runnable onAppendElsewhere) {
        this.connections = connections;
        this.node = node.value();
        this.onAppendElsewhere = onAppendElsewhere;
    }

    void start() {
        sender.start();
        listener.start();
    }

    /** Returns at once; called on the thread that committed. */
    void appended() {
        appended.release();
    }

    @Override
    public void close() {
        running = false;
        sender.interrupt();
        listener.interrupt();
        try {
            sender.join(RECONNECT);
            listener.join(RECONNECT);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private void keepUp(Session session) {
        while (running) {
            try (var connection = connections.getConnection()) {
                session.run(connection);
            } catch (SQLException failure) {
                if (running) {
                    log.warn(
                            "Lost the connection to other nodes, trying again: {}",
                            failure.getMessage());
                    pause();
                }
            } catch (InterruptedException interruption) {
                return;
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(RECONNECT);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Connection connection) throws SQLException, InterruptedException {
        try (var statement = connection.createStatement()) {
            // A notification has nothing to lose in a crash, so it need not wait for the disk.
            statement.execute("SET synchronous_commit = off");
        }
        try (var notify = connection.prepareStatement("SELECT pg_notify(?, ?)")) {
            notify.setString(1, CHANNEL);
            notify.setString(2, node);
            while (running) {
                appended.acquire();
                appended.drainPermits();
                notify.execute();
                Thread.sleep(MILLIS_BETWEEN);
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("LISTEN " + CHANNEL);
        }
        onAppendElsewhere.run();
        var notifications = Notifications.on(connection);
        while (running) {
            if (notifications.await(RECONNECT).stream().anyMatch(sender -> !sender.equals(node))) {
                onAppendElsewhere.run();
            }
        }
    }
}
