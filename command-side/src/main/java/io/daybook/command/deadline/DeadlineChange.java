package io.daybook.command.deadline;

import java.time.Instant;

/** What an event means for a deadline. */
sealed interface DeadlineChange {

    DeadlineId id();

    /** There is one now. */
    record Set(DeadlineId id, Instant dueAt) implements DeadlineChange {}

    /** The one that there is moved. */
    record Moved(DeadlineId id, Instant dueAt) implements DeadlineChange {}

    /** It does not matter any more. */
    record Cleared(DeadlineId id) implements DeadlineChange {}
}
