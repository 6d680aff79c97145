package io.daybook.command.group;

import java.util.List;
import java.util.OptionalLong;

/**
 * Writes what several commands want to have written, in as few statements as it can.
 *
 * @param <W> one command's write
 */
@FunctionalInterface
public interface GroupWriter<W> {

    /**
     * Runs in the transaction of the group.
     *
     * @return the position in the log that the writes reached, when they are events
     * @throws RuntimeException when one of them cannot be written; the whole group rolls back
     */
    OptionalLong write(List<W> writes);
}
