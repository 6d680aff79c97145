package io.daybook.domain.storecredit;

import io.daybook.domain.read.Moment;
import io.daybook.domain.shared.StoreCreditId;
import io.daybook.domain.shared.TenantId;

/** The account as it was; answered with a {@code Lookup}. */
public record FindStoreCreditAt(TenantId tenant, StoreCreditId accountId, Moment moment) {}
