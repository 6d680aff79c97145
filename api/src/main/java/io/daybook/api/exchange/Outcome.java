package io.daybook.api.exchange;

import io.daybook.domain.message.CommandResult;
import io.daybook.domain.message.Receipt;
import io.daybook.domain.message.StoredAnswer;
import org.jspecify.annotations.Nullable;

/**
 * An accepted command.
 *
 * @param position of its last event in the log; 0 when it appended none
 * @param replayed whether this is the stored answer of an earlier request
 * @param stored the first HTTP answer, when it said more than the result
 */
public record Outcome(
        CommandResult.Accepted accepted,
        long position,
        boolean replayed,
        @Nullable StoredAnswer stored) {

    public Receipt receipt() {
        return accepted.receipt();
    }

    public long version() {
        return accepted.version();
    }
}
