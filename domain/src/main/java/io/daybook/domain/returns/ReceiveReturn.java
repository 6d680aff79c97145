package io.daybook.domain.returns;

import io.daybook.domain.order.LineQuantity;
import io.daybook.domain.shared.ReturnId;
import java.util.List;

/**
 * Reports a parcel. Units beyond what was announced are put on record as unexpected.
 *
 * @param parcel tells it from other parcels; the same one twice is reported once
 * @param unexpected other goods that were in it
 */
public record ReceiveReturn(
        ReturnId returnId, String parcel, List<LineQuantity> lines, List<UnexpectedItem> unexpected)
        implements ReturnCommand {

    public ReceiveReturn {
        lines = List.copyOf(lines);
        unexpected = List.copyOf(unexpected);
        if (lines.isEmpty() && unexpected.isEmpty()) {
            throw new IllegalArgumentException("a parcel has something in it");
        }
    }
}
