package io.daybook.command.bus;

import io.daybook.domain.inventory.StockState;

/**
 * How much is taken on at once.
 *
 * @param threads batches under way at once; fewer than the pool's connections
 * @param queue commands of callers that may wait; more are refused
 * @param group commands made durable together at most
 */
record CommandLimits(int threads, int queue, int group) {

    /** What ends in a group must still be in memory: its events are not in the log yet. */
    static final int LARGEST_GROUP = StockState.ENDS_REMEMBERED;

    CommandLimits {
        if (group < 1 || group > LARGEST_GROUP) {
            throw new IllegalArgumentException(
                    "daybook.commands.group must be from 1 to %d, not %d"
                            .formatted(LARGEST_GROUP, group));
        }
    }
}
