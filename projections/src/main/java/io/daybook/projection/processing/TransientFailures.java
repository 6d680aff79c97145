package io.daybook.projection.processing;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Failures of the database, not of an event: trying again later helps, setting the event aside does
 * not.
 */
final class TransientFailures {

    /**
     * Connection lost, deadlock or serialisation, out of resources, lock not available, operator
     * intervention.
     */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "55", "57");

    private TransientFailures() {}

    static boolean includes(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // No transaction and no savepoint can be begun on a connection that is gone; the pool
            // gives no SQLSTATE for that.
            if (cause instanceof CannotCreateTransactionException
                    || (cause instanceof SQLException sql && includes(sql))) {
                return true;
            }
        }
        return false;
    }

    private static boolean includes(SQLException failure) {
        var state = failure.getSQLState();
        return failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || (state != null
                        && state.length() == 5
                        && CLASSES.contains(state.substring(0, 2)));
    }
}
