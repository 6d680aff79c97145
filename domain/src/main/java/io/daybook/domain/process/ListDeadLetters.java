package io.daybook.domain.process;

import io.daybook.domain.read.PageRequest;
import io.daybook.domain.shared.TenantId;

/**
 * Events of a tenant that a reaction or a projection could not work through, the oldest first;
 * answered with a {@code Page} of {@link DeadLetterView}.
 */
public record ListDeadLetters(TenantId tenant, PageRequest page) {}
