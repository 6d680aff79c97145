package io.daybook.domain.returns;

import io.daybook.domain.read.Moment;
import io.daybook.domain.shared.ReturnId;
import io.daybook.domain.shared.TenantId;

/** The return as it was; answered with a {@code Lookup}. */
public record FindReturnAt(TenantId tenant, ReturnId returnId, Moment moment) {}
