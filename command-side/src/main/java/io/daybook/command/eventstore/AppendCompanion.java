package io.daybook.command.eventstore;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * One more row that is written by the very statement that appends the events: a trip to the
 * database less for every command. A unit of work that appends nothing leaves it unwritten.
 */
public final class AppendCompanion {

    private static final String KEY = "io.daybook.appendCompanion";

    private final String sql;
    private final List<@Nullable Object> arguments;
    private final Supplier<RuntimeException> refusal;
    private volatile boolean written;

    /**
     * Is not written before it is attached.
     *
     * @param sql an {@code INSERT} that selects from {@code entry}, which has the column {@code
     *     global_index} of the appended events, and that returns a row when it wrote one
     * @param refusal what is thrown, so that the whole unit of work rolls back, when it wrote none
     */
    public AppendCompanion(
            String sql, List<@Nullable Object> arguments, Supplier<RuntimeException> refusal) {
        this.sql = sql;
        this.arguments = arguments;
        this.refusal = refusal;
    }

    public void attachTo(UnitOfWork<?> unitOfWork) {
        unitOfWork.root().resources().put(KEY, this);
    }

    /** Whether an append took it along. */
    public boolean isWritten() {
        return written;
    }

    /** The one that the present unit of work still has to take along. */
    static Optional<AppendCompanion> waiting() {
        return CurrentUnitOfWork.isStarted()
                ? Optional.ofNullable(
                                CurrentUnitOfWork.get().root().<AppendCompanion>getResource(KEY))
                        .filter(companion -> !companion.written)
                : Optional.empty();
    }

    String sql() {
        return sql;
    }

    List<@Nullable Object> arguments() {
        return arguments;
    }

    void wrote(long rows) {
        if (rows == 0) {
            throw refusal.get();
        }
        written = true;
    }
}
