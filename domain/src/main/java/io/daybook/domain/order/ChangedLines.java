package io.daybook.domain.order;

import io.daybook.domain.shared.LineId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Lines after a change of some of them. */
final class ChangedLines {

    private ChangedLines() {}

    /** A removed line stays, with all of its units cancelled; an added one comes last. */
    static List<LineState> of(List<LineState> lines, List<LineChange> changes) {
        var byLine = new HashMap<LineId, LineChange>();
        changes.forEach(change -> byLine.put(change.lineId(), change));
        var result = new ArrayList<LineState>();
        for (LineState line : lines) {
            LineChange change = byLine.get(line.lineId());
            result.add(change == null ? line : changed(line, change));
        }
        for (LineChange change : changes) {
            OrderLine added = change.after();
            if (change.before() == null && added != null) {
                result.add(new LineState(added, 0, 0));
            }
        }
        return result;
    }

    private static LineState changed(LineState line, LineChange change) {
        OrderLine after = change.after();
        return after == null
                ? line.cancel(line.open())
                : new LineState(after, line.cancelled(), line.shipped());
    }
}
