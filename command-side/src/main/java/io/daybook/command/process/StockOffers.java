package io.daybook.command.process;

import io.daybook.domain.inventory.AllocationPolicy.Offer;
import io.daybook.domain.shared.Sku;
import io.daybook.domain.shared.TenantId;
import java.util.Collection;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;

/**
 * What each location has of some SKUs. Good enough to choose by: the stock items themselves judge
 * every reservation.
 */
@FunctionalInterface
interface StockOffers {

    /**
     * Everything that was stored before {@code cause} counts: who receives goods and then orders
     * them finds them there.
     *
     * @throws IllegalStateException when nobody answers in time; the event is handled again later
     */
    List<Offer> of(TenantId tenant, Collection<Sku> skus, EventMessage<?> cause);
}
