package io.daybook.api.returns;

import io.daybook.api.exchange.Checks;
import io.daybook.api.problem.ProblemException;
import io.daybook.domain.order.LineQuantity;
import io.daybook.domain.returns.ReceiveReturn;
import io.daybook.domain.returns.UnexpectedItem;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.ReturnId;
import io.daybook.domain.shared.Sku;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parcel that arrived.
 *
 * @param parcel tells it from other parcels, for example its tracking number
 * @param unexpected goods in it that belong to no line of the return
 */
record ReceiveRequest(
        @Nullable String parcel,
        @Nullable List<@Nullable Line> lines,
        @Nullable List<@Nullable Item> unexpected) {

    private static final int MOST_LINES = 500;
    private static final int MOST_UNITS = 1_000_000;

    record Line(@Nullable String lineId, @Nullable Long quantity) {}

    record Item(@Nullable String sku, @Nullable Long quantity, @Nullable String note) {}

    /**
     * @param otherwise names the parcel when the body does not
     */
    ReceiveReturn command(ReturnId id, String otherwise) {
        var checks = new Checks();
        String name = checks.optionalText("/parcel", parcel, 100);
        var units = new ArrayList<LineQuantity>();
        for (int i = 0; i < size(checks, "/lines", lines); i++) {
            Line line = lines == null ? null : lines.get(i);
            if (line == null) {
                checks.wrong("/lines/" + i, "must be an object");
                continue;
            }
            LineId lineId = checks.value("/lines/" + i + "/lineId", line.lineId, LineId::new);
            int quantity = checks.whole("/lines/" + i + "/quantity", line.quantity, 1, MOST_UNITS);
            if (lineId != null) {
                units.add(new LineQuantity(lineId, quantity));
            }
        }
        List<UnexpectedItem> items = items(checks);
        checks.done();
        if (units.isEmpty() && items.isEmpty()) {
            throw ProblemException.invalid("/lines", "must have 1 to " + MOST_LINES + " lines");
        }
        return new ReceiveReturn(id, name == null ? otherwise : name, units, items);
    }

    private List<UnexpectedItem> items(Checks checks) {
        var items = new ArrayList<UnexpectedItem>();
        for (int i = 0; i < size(checks, "/unexpected", unexpected); i++) {
            Item item = unexpected == null ? null : unexpected.get(i);
            String at = "/unexpected/" + i;
            if (item == null) {
                checks.wrong(at, "must be an object");
                continue;
            }
            Sku sku = checks.value(at + "/sku", item.sku, Sku::new);
            int quantity = checks.whole(at + "/quantity", item.quantity, 1, MOST_UNITS);
            String note = checks.optionalText(at + "/note", item.note, 500);
            if (sku != null) {
                items.add(new UnexpectedItem(null, sku, quantity, note));
            }
        }
        return items;
    }

    private static int size(Checks checks, String pointer, @Nullable List<?> list) {
        if (list != null && list.size() > MOST_LINES) {
            checks.wrong(pointer, "has at most " + MOST_LINES + " entries");
            return 0;
        }
        return list == null ? 0 : list.size();
    }
}
