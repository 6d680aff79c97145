package io.daybook.domain.process;

import io.daybook.domain.shared.TenantId;

/** One parked event; answered with a {@code Lookup} of its {@link DeadLetterView}. */
public record FindDeadLetter(TenantId tenant, String deadLetterId) {}
