package io.daybook.domain.process;

import io.daybook.domain.shared.TenantId;

/** One process, also one that has ended; answered with a {@code Lookup}. */
public record FindProcess(TenantId tenant, ProcessId processId) {}
