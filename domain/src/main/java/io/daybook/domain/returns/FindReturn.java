package io.daybook.domain.returns;

import io.daybook.domain.shared.ReturnId;
import io.daybook.domain.shared.TenantId;

/** The return as it is now; answered with a {@code Lookup}. */
public record FindReturn(TenantId tenant, ReturnId returnId) {}
