package io.daybook.domain.storecredit;

import io.daybook.domain.read.PageRequest;
import io.daybook.domain.shared.CustomerId;
import io.daybook.domain.shared.TenantId;
import org.jspecify.annotations.Nullable;

/** Store credit accounts of a tenant by id; answered with a {@code Page}. */
public record ListStoreCredit(TenantId tenant, @Nullable CustomerId customerId, PageRequest page) {}
