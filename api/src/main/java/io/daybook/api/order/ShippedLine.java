package io.daybook.api.order;

import io.daybook.api.exchange.Checks;
import io.daybook.api.exchange.SerialList;
import io.daybook.domain.inventory.SerialNumber;
import io.daybook.domain.order.LineSerials;
import io.daybook.domain.shared.LineId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Units of one line that leave, as a caller names them.
 *
 * @param serials of all of the units, where they have numbers of their own
 */
record ShippedLine(
        @Nullable String lineId,
        @Nullable Long quantity,
        @Nullable List<@Nullable String> serials) {

    static @Nullable List<@Nullable RequestedLine> quantities(
            @Nullable List<@Nullable ShippedLine> lines) {
        if (lines == null) {
            return null;
        }
        var quantities = new ArrayList<@Nullable RequestedLine>();
        for (ShippedLine line : lines) {
            quantities.add(line == null ? null : new RequestedLine(line.lineId, line.quantity));
        }
        return quantities;
    }

    /** Of lines that are checked otherwise. */
    static List<LineSerials> serials(@Nullable List<@Nullable ShippedLine> lines, Checks checks) {
        var result = new ArrayList<LineSerials>();
        for (int i = 0; lines != null && i < lines.size(); i++) {
            ShippedLine line = lines.get(i);
            if (line != null && line.lineId != null && line.serials != null) {
                List<SerialNumber> serials =
                        SerialList.checked(checks, "/lines/" + i + "/serials", line.serials);
                readable(line.lineId)
                        .ifPresent(lineId -> result.add(new LineSerials(lineId, serials)));
            }
        }
        return result;
    }

    /** What is wrong with it is told where the quantities are checked. */
    private static Optional<LineId> readable(String raw) {
        try {
            return Optional.of(new LineId(raw));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
