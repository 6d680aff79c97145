package io.daybook.domain.dryrun;

/**
 * A number of units that a command changes.
 *
 * @param path as in {@link MoneyDelta}
 * @param before 0 for a number that was not there
 */
public record UnitDelta(String path, long before, long after, long delta) {}
