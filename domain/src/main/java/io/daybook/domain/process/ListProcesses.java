package io.daybook.domain.process;

import io.daybook.domain.read.PageRequest;
import io.daybook.domain.shared.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Processes that have not ended, the oldest first; answered with a {@code Page}.
 *
 * @param status only those; all when {@code null}
 * @param kind only those; all when {@code null}
 */
public record ListProcesses(
        TenantId tenant,
        @Nullable ProcessStatus status,
        @Nullable ProcessKind kind,
        PageRequest page) {}
