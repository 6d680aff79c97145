package io.daybook.command.process;

import io.daybook.domain.inventory.AllocationPolicy.Offer;
import io.daybook.domain.shared.Sku;
import io.daybook.domain.shared.StockItemId;
import java.util.Collection;
import java.util.List;

/** What the shelves offer, each third time as it was when somebody asked before. */
final class Offers {

    private final Ledger ledger;
    private List<Offer> seen = List.of();
    private int asked;

    Offers(Ledger ledger) {
        this.ledger = ledger;
    }

    List<Offer> of(Collection<Sku> skus) {
        if (++asked % 3 != 0) {
            seen = ledger.shelves().stream().map(this::offer).toList();
        }
        return seen.stream().filter(offer -> skus.contains(offer.sku())).toList();
    }

    private Offer offer(StockItemId item) {
        ShelfBook shelf = ledger.shelf(item);
        return new Offer(item.sku(), item.location(), shelf.available(), shelf.limit());
    }
}
