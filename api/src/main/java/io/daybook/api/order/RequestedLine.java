package io.daybook.api.order;

import io.daybook.api.exchange.Checks;
import io.daybook.domain.order.LineQuantity;
import io.daybook.domain.shared.LineId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A number of units of one line, as a caller names them. */
record RequestedLine(@Nullable String lineId, @Nullable Long quantity) {

    private static final int MOST_LINES = 500;

    static List<LineQuantity> checked(
            @Nullable List<@Nullable RequestedLine> lines, Checks checks) {
        var result = new ArrayList<LineQuantity>();
        if (lines == null || lines.isEmpty() || lines.size() > MOST_LINES) {
            checks.wrong("/lines", "must have 1 to " + MOST_LINES + " lines");
            return result;
        }
        for (int i = 0; i < lines.size(); i++) {
            RequestedLine line = lines.get(i);
            String at = "/lines/" + i;
            if (line == null) {
                checks.wrong(at, "must be an object");
                continue;
            }
            LineId lineId = checks.value(at + "/lineId", line.lineId, LineId::new);
            int quantity = checks.whole(at + "/quantity", line.quantity, 1, 1_000_000);
            if (lineId != null) {
                result.add(new LineQuantity(lineId, quantity));
            }
        }
        return result;
    }
}
