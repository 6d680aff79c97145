package io.daybook.query.process;

import io.daybook.domain.process.ProcessId;
import io.daybook.domain.process.ProcessKind;
import io.daybook.domain.process.ProcessStatus;
import io.daybook.domain.process.ProcessView;
import io.daybook.domain.process.WaitsFor;
import io.daybook.domain.returns.ReturnStatus;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReturnId;
import io.daybook.query.read.Row;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far the settlement of a return is, read off the return. */
record ReturnProcess(ReturnStatus status, Row row) {

    /** The statuses of returns whose goods or money are not yet where they belong. */
    static final Set<ReturnStatus> RUNNING =
            EnumSet.of(
                    ReturnStatus.REQUESTED,
                    ReturnStatus.APPROVED,
                    ReturnStatus.PARTLY_RECEIVED,
                    ReturnStatus.RECEIVED,
                    ReturnStatus.INSPECTED);

    static ReturnProcess of(Row row) {
        return new ReturnProcess(ReturnStatus.valueOf(row.text("status")), row);
    }

    /** Everything about one order happens in turn: what is parked of it holds up its returns. */
    ProcessView view() {
        boolean running = RUNNING.contains(status);
        long parked = running ? row.number("parked") : 0;
        var returnId = new ReturnId(row.text("id"));
        String triedAt = row.optionalText("tried_at");
        return new ProcessView(
                new ProcessId(ProcessKind.SETTLEMENT, returnId.value()),
                ProcessKind.SETTLEMENT,
                new OrderId(row.text("order_id")),
                returnId,
                parked > 0
                        ? ProcessStatus.STUCK
                        : running ? ProcessStatus.RUNNING : ProcessStatus.ENDED,
                parked > 0 ? WaitsFor.RETRY : waitsFor(),
                row.instant("started_at"),
                row.instant("updated_at"),
                running ? row.optionalInstant("due_at") : null,
                parked > 0 ? row.optionalText("reason") : null,
                parked,
                parked > 0 && triedAt != null ? Instant.parse(triedAt) : null);
    }

    private @Nullable WaitsFor waitsFor() {
        return switch (status) {
            case REQUESTED -> WaitsFor.APPROVAL;
            case APPROVED, PARTLY_RECEIVED -> WaitsFor.GOODS;
            case RECEIVED -> WaitsFor.INSPECTION;
            case INSPECTED -> WaitsFor.MONEY_BACK;
            case DECLINED, SETTLED, CLOSED, CANCELLED, EXPIRED -> null;
        };
    }
}
