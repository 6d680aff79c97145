package io.daybook.command.eventstore;

import java.util.Optional;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** The position in the log of the last event that a unit of work appended. */
public final class AppendedPosition {

    /** Resource of the root unit of work; holds a {@link Long}. */
    public static final String KEY = "io.daybook.appendedPosition";

    private AppendedPosition() {}

    /** Empty when the unit of work appended nothing, or has not yet. */
    public static Optional<Long> of(UnitOfWork<?> unitOfWork) {
        return Optional.ofNullable(unitOfWork.root().getResource(KEY));
    }

    static void record(long position) {
        CurrentUnitOfWork.ifStarted(unitOfWork ->
                unitOfWork.root().resources().merge(KEY, position, (earlier, later) -> later));
    }
}
