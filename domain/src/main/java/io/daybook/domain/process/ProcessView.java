package io.daybook.domain.process;

import io.daybook.domain.shared.OrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A process as operators see it.
 *
 * @param waitsFor {@code null} when it has ended
 * @param since when the order last moved
 * @param until the next deadline of the order or of its payments; {@code null} when there is none
 * @param reason why it is stuck; {@code null} when it is not
 * @param parked how many reactions wait to be tried again
 * @param lastTriedAt when the first of them was tried last
 */
public record ProcessView(
        ProcessId processId,
        ProcessKind kind,
        OrderId orderId,
        ProcessStatus status,
        @Nullable WaitsFor waitsFor,
        Instant startedAt,
        Instant since,
        @Nullable Instant until,
        @Nullable String reason,
        long parked,
        @Nullable Instant lastTriedAt) {}
