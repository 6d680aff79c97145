package io.daybook.api.returns;

import io.daybook.api.exchange.Checks;
import io.daybook.api.exchange.SerialList;
import io.daybook.domain.inventory.SerialNumber;
import io.daybook.domain.returns.Disposition;
import io.daybook.domain.returns.InspectReturn;
import io.daybook.domain.returns.InspectedUnits;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.ReturnId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found when units were looked at.
 *
 * @param inspection tells it from other inspections
 */
record InspectRequest(@Nullable String inspection, @Nullable List<@Nullable Line> lines) {

    private static final int MOST_LINES = 500;
    private static final int MOST_UNITS = 1_000_000;

    /**
     * Units that end alike.
     *
     * @param accepted whether the customer gets his money back for them
     * @param location where they go; absent for where they came from
     */
    record Line(
            @Nullable String lineId,
            @Nullable Long quantity,
            @Nullable String disposition,
            @Nullable Boolean accepted,
            @Nullable String location,
            @Nullable String lot,
            @Nullable List<@Nullable String> serials,
            @Nullable String note) {}

    /**
     * @param otherwise names the inspection when the body does not
     */
    InspectReturn command(ReturnId id, String otherwise) {
        var checks = new Checks();
        String name = checks.optionalText("/inspection", inspection, 100);
        var units = new ArrayList<InspectedUnits>();
        if (lines == null || lines.isEmpty() || lines.size() > MOST_LINES) {
            checks.wrong("/lines", "must have 1 to " + MOST_LINES + " lines");
        } else {
            for (int i = 0; i < lines.size(); i++) {
                Line line = lines.get(i);
                if (line == null) {
                    checks.wrong("/lines/" + i, "must be an object");
                } else {
                    add(line, "/lines/" + i, checks, units);
                }
            }
        }
        checks.done();
        return new InspectReturn(id, name == null ? otherwise : name, units);
    }

    private static void add(Line line, String at, Checks checks, List<InspectedUnits> units) {
        LineId lineId = checks.value(at + "/lineId", line.lineId, LineId::new);
        int quantity = checks.whole(at + "/quantity", line.quantity, 1, MOST_UNITS);
        Disposition disposition =
                checks.value(at + "/disposition", line.disposition, InspectRequest::disposition);
        Location location = checks.optional(at + "/location", line.location, Location::new);
        String lot = checks.optionalText(at + "/lot", line.lot, 64);
        String note = checks.optionalText(at + "/note", line.note, 500);
        List<String> serials =
                SerialList.checked(checks, at + "/serials", line.serials).stream()
                        .map(SerialNumber::value)
                        .toList();
        Boolean accepted = line.accepted;
        if (accepted == null) {
            checks.wrong(at + "/accepted", "is required");
        } else if (lineId != null && disposition != null) {
            units.add(
                    new InspectedUnits(
                            lineId, quantity, disposition, accepted, location, lot, serials, note));
        }
    }

    private static Disposition disposition(String text) {
        try {
            return Disposition.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "must be RESTOCK, RESTOCK_B_GRADE, QUARANTINE, SCRAP, SEND_BACK or MISSING", e);
        }
    }
}
