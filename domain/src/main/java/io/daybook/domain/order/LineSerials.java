package io.daybook.domain.order;

import io.daybook.domain.inventory.SerialNumber;
import io.daybook.domain.shared.LineId;
import java.util.List;

/** Which units of a line, where each has a number of its own. */
public record LineSerials(LineId lineId, List<SerialNumber> serials) {

    public LineSerials {
        serials = List.copyOf(serials);
    }
}
