package io.daybook.api.order;

import io.daybook.api.exchange.Checks;
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

    private static final int MOST_SERIALS = 1_000;

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
                String at = "/lines/" + i;
                List<SerialNumber> serials = serials(line.serials, at + "/serials", checks);
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

    private static List<SerialNumber> serials(
            List<@Nullable String> raw, String at, Checks checks) {
        var serials = new ArrayList<SerialNumber>();
        if (raw.isEmpty() || raw.size() > MOST_SERIALS) {
            checks.wrong(at, "must have 1 to " + MOST_SERIALS + " entries");
            return serials;
        }
        for (int i = 0; i < raw.size(); i++) {
            SerialNumber serial = checks.value(at + '/' + i, raw.get(i), SerialNumber::new);
            if (serial != null) {
                serials.add(serial);
            }
        }
        return serials;
    }
}
