package io.daybook.command.eventstore;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What arrives on a listening connection. Calls the driver's interface by name: compiling against
 * it would need the jar of its nullness annotations, which the driver does not pass on.
 */
final class Notifications {

    private final Object session;
    private final Method receive;
    private final Method payload;

    private Notifications(Object session, Method receive, Method payload) {
        this.session = session;
        this.receive = receive;
        this.payload = payload;
    }

    static Notifications on(Connection connection) throws SQLException {
        try {
            var api = Class.forName("org.postgresql.PGConnection");
            var notification = Class.forName("org.postgresql.PGNotification");
            return new Notifications(
                    connection.unwrap(api),
                    api.getMethod("getNotifications", int.class),
                    notification.getMethod("getParameter"));
        } catch (ReflectiveOperationException otherDriver) {
            throw new SQLException("The driver cannot listen", otherDriver);
        }
    }

    /**
     * Waits for the first one; returns the payloads of all that have come, none after the time is
     * over.
     */
    List<String> await(Duration timeout) throws SQLException {
        try {
            var payloads = new ArrayList<String>();
            if (receive.invoke(session, (int) timeout.toMillis()) instanceof Object[] received) {
                for (var notification : received) {
                    payloads.add(String.valueOf(payload.invoke(notification)));
                }
            }
            return payloads;
        } catch (ReflectiveOperationException failure) {
            throw new SQLException("The connection that listens is lost", failure);
        }
    }
}
