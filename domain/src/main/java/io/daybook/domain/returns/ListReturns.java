package io.daybook.domain.returns;

import io.daybook.domain.read.PageRequest;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReturnKind;
import io.daybook.domain.shared.TenantId;
import org.jspecify.annotations.Nullable;

/** Returns of a tenant, newest first; answered with a {@code Page}. */
public record ListReturns(
        TenantId tenant,
        @Nullable ReturnStatus status,
        @Nullable OrderId orderId,
        @Nullable ReturnKind kind,
        PageRequest page) {}
