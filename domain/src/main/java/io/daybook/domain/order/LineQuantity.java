package io.daybook.domain.order;

import io.daybook.domain.shared.LineId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A number of units of one line. */
public record LineQuantity(LineId lineId, int quantity) {

    /** The units of one line; 0 when it is not among them. */
    static int of(LineId lineId, List<LineQuantity> lines) {
        return lines.stream()
                .filter(line -> line.lineId.equals(lineId))
                .mapToInt(LineQuantity::quantity)
                .sum();
    }

    /** A request that names the same line twice is judged on the sum. */
    static Map<LineId, Long> summed(List<LineQuantity> lines) {
        var sums = new LinkedHashMap<LineId, Long>();
        lines.forEach(line -> sums.merge(line.lineId, (long) line.quantity, Long::sum));
        return sums;
    }
}
