package io.daybook.domain.order;

import io.daybook.domain.shared.ChangeId;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.OrderId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stages a change of a placed order. Nothing moves until it is applied; the answer says what it
 * would cost.
 */
public record ProposeChange(
        OrderId orderId,
        ChangeId changeId,
        List<NewLine> added,
        List<LineEdit> edited,
        List<LineId> removed,
        @Nullable String reason)
        implements OrderCommand {

    public ProposeChange {
        added = List.copyOf(added);
        edited = List.copyOf(edited);
        removed = List.copyOf(removed);
    }
}
