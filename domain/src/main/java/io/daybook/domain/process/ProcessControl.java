package io.daybook.domain.process;

import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.TenantId;
import java.util.concurrent.CompletableFuture;

/** What operators can do about processes. A port: the command side implements it. */
public interface ProcessControl {

    /**
     * Tries the parked reactions of an order again now; nothing happens when there are none.
     * Completes when that is done, whether it helped or not. Asked for several times, also at once,
     * it has one effect. Never blocks the caller.
     */
    CompletableFuture<Void> retry(TenantId tenant, OrderId orderId);
}
