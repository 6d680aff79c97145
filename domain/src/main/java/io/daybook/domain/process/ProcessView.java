package io.daybook.domain.process;

import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReturnId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A process as operators see it.
 *
 * @param orderId the order that it is about, or whose goods come back
 * @param returnId the return of a settlement; {@code null} for other kinds
 * @param waitsFor {@code null} when it has ended
 * @param since when the order or return last moved
 * @param until the next deadline of the order and its payments, or of the return; {@code null} when
 *     there is none
 * @param reason why it is stuck; {@code null} when it is not
 * @param parked how many reactions to events of the order wait to be tried again
 * @param lastTriedAt when the first of them was tried last
 */
public record ProcessView(
        ProcessId processId,
        ProcessKind kind,
        OrderId orderId,
        @Nullable ReturnId returnId,
        ProcessStatus status,
        @Nullable WaitsFor waitsFor,
        Instant startedAt,
        Instant since,
        @Nullable Instant until,
        @Nullable String reason,
        long parked,
        @Nullable Instant lastTriedAt) {}
