package io.daybook.domain.returns;

import io.daybook.domain.shared.ReturnId;
import java.util.List;

/**
 * Decides about units that came back, or did not.
 *
 * @param inspection tells it from other inspections; the same one twice counts once
 */
public record InspectReturn(ReturnId returnId, String inspection, List<InspectedUnits> lines)
        implements ReturnCommand {

    public InspectReturn {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("an inspection has at least one line");
        }
    }
}
