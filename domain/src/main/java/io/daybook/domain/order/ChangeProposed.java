package io.daybook.domain.order;

import io.daybook.domain.shared.ChangeId;
import io.daybook.domain.shared.OrderId;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** A change of the order is staged; nothing has moved. */
@Revision("1")
public record ChangeProposed(
        OrderId orderId,
        ChangeId changeId,
        List<LineChange> lines,
        ChangePreview preview,
        @Nullable String reason)
        implements OrderEvent {

    public ChangeProposed {
        lines = List.copyOf(lines);
    }
}
