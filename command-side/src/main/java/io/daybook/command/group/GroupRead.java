package io.daybook.command.group;

import java.util.Collection;
import java.util.function.Supplier;

/** Reads what a group of commands needs at once instead of one entity after the other. */
@FunctionalInterface
public interface GroupRead {

    /**
     * Does the work with the history of these entities at hand.
     *
     * @param aggregates identifiers; those without history may be among them
     */
    <T> T around(Collection<String> aggregates, Supplier<T> work);
}
