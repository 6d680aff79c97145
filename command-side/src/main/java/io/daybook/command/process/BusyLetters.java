package io.daybook.command.process;

import java.sql.SQLException;
import org.springframework.core.NestedExceptionUtils;

/** Letters that another node, or the retry that comes by itself, is trying at this moment. */
final class BusyLetters {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private BusyLetters() {}

    static boolean isCauseOf(RuntimeException failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure) instanceof SQLException sql
                && LOCK_NOT_AVAILABLE.equals(sql.getSQLState());
    }
}
