package io.daybook.domain.storecredit;

import io.daybook.domain.shared.StoreCreditId;
import io.daybook.domain.shared.TenantId;

/** The account as it is now; answered with a {@code Lookup}. */
public record FindStoreCredit(TenantId tenant, StoreCreditId accountId) {}
