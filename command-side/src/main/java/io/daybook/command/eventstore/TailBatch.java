package io.daybook.command.eventstore;

import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * The outcome of one read of the log.
 *
 * @param rows by ascending index
 * @param end the position after all rows, without the gaps that this read proved dead
 * @param full whether there may be more to read at once
 */
record TailBatch(List<Row> rows, LogPosition end, boolean full) {

    /**
     * One stored event. Upcasting may have made several events of it, or none.
     *
     * @param settled what was settled before the read that found this row
     */
    record Row(long index, long settled, List<TrackedEventMessage<?>> events) {}
}
