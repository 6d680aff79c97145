package io.daybook.command.process;

import io.daybook.domain.inventory.AllocationPolicy;
import io.daybook.domain.inventory.AllocationPolicy.Demand;
import io.daybook.domain.inventory.AllocationPolicy.Offer;
import io.daybook.domain.inventory.AllocationPolicy.Part;
import io.daybook.domain.order.AllocateLines;
import io.daybook.domain.order.OrderLine;
import io.daybook.domain.order.OrderPlaced;
import io.daybook.domain.order.ReservedLine;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.StockItemId;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;

/**
 * Chooses the locations of an order's lines. A line that names a location other than the default
 * one is taken from there.
 */
final class Allocator {

    private final StockOffers offers;
    private final AllocationPolicy policy;
    private final Location anywhere;
    private final List<Location> among;

    /**
     * @param anywhere the location of lines that may be taken from any
     * @param among the locations to choose from; all that have the SKU when empty
     */
    Allocator(
            StockOffers offers, AllocationPolicy policy, Location anywhere, List<Location> among) {
        this.offers = offers;
        this.policy = policy;
        this.anywhere = anywhere;
        this.among = List.copyOf(among);
    }

    /** What came of it. */
    sealed interface Plan {
        record Found(AllocateLines allocation) implements Plan {}

        record TooFew(String detail) implements Plan {}
    }

    /**
     * @param known what is available at items where this is known better than by the read model
     */
    Plan plan(OrderPlaced order, int attempt, Map<StockItemId, Long> known, EventMessage<?> cause) {
        var skus = order.lines().stream().map(OrderLine::sku).distinct().toList();
        var tenant = FulfilmentReactions.tenant(cause);
        var choice =
                offers.of(tenant, skus, cause).stream()
                        .map(offer -> {
                            var item = new StockItemId(tenant, offer.location(), offer.sku());
                            long available = known.getOrDefault(item, offer.available());
                            return new Offer(
                                    offer.sku(),
                                    offer.location(),
                                    available,
                                    offer.backorderLimit());
                        })
                        .toList();
        return switch (policy.allocate(demands(order), choice)) {
            case AllocationPolicy.Result.Allocated(var parts) ->
                    new Plan.Found(
                            new AllocateLines(
                                    order.orderId(),
                                    attempt,
                                    parts.stream()
                                            .map(part -> reserved(order, attempt, part))
                                            .toList()));
            case AllocationPolicy.Result.Shortage(var demand, long missing) ->
                    new Plan.TooFew(
                            "%d of %d units of %s are nowhere available."
                                    .formatted(missing, demand.quantity(), demand.sku()));
        };
    }

    private List<Demand> demands(OrderPlaced order) {
        return order.lines().stream()
                .map(line ->
                        new Demand(
                                line.lineId().value(),
                                line.sku(),
                                line.quantity(),
                                line.location().equals(anywhere)
                                        ? among
                                        : List.of(line.location())))
                .toList();
    }

    private static ReservedLine reserved(OrderPlaced order, int attempt, Part part) {
        return new ReservedLine(
                new LineId(part.key()),
                part.sku(),
                part.location(),
                ReservationId.forPart(order.orderId(), part.key(), attempt, part.location()),
                part.quantity());
    }
}
