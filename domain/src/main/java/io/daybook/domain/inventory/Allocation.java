package io.daybook.domain.inventory;

import io.daybook.domain.inventory.AllocationPolicy.Demand;
import io.daybook.domain.inventory.AllocationPolicy.Offer;
import io.daybook.domain.inventory.AllocationPolicy.Part;
import io.daybook.domain.inventory.AllocationPolicy.Ranked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** One run of an {@link AllocationPolicy}: what each location has left while demands are met. */
final class Allocation {

    private final AllocationPolicy policy;
    private final List<Offer> offers;
    private final Map<Offer, Long> taken = new HashMap<>();

    Allocation(AllocationPolicy policy, List<Offer> offers) {
        this.policy = policy;
        this.offers = offers.stream().distinct().toList();
    }

    AllocationPolicy.Result all(List<Demand> demands) {
        var parts = new ArrayList<Part>();
        for (Demand demand : demands) {
            List<Part> found = meet(demand);
            int sum = found.stream().mapToInt(Part::quantity).sum();
            if (sum < demand.quantity()) {
                return new AllocationPolicy.Result.Shortage(demand, (long) demand.quantity() - sum);
            }
            parts.addAll(found);
        }
        return new AllocationPolicy.Result.Allocated(parts);
    }

    /** From the shelf of one location, else of several, else backordered at one. */
    private List<Part> meet(Demand demand) {
        List<Offer> ranked = ranked(demand);
        return alone(demand, ranked, this::onShelf)
                .or(() -> policy.split() ? together(demand, ranked) : Optional.empty())
                .or(() -> alone(demand, ranked, this::withBackorders))
                .orElseGet(() -> best(demand, ranked));
    }

    private List<Offer> ranked(Demand demand) {
        return offers.stream()
                .filter(each -> each.sku().equals(demand.sku()))
                .filter(each -> demand.accepts(each.location()))
                .sorted(
                        Comparator.comparing(
                                each -> new Ranked(each.location(), onShelf(each)), policy.order()))
                .toList();
    }

    private long onShelf(Offer offer) {
        return offer.available() - taken.getOrDefault(offer, 0L);
    }

    private long withBackorders(Offer offer) {
        return onShelf(offer) + offer.backorderLimit();
    }

    private Optional<List<Part>> alone(
            Demand demand, List<Offer> ranked, ToLongFunction<Offer> left) {
        return ranked.stream()
                .filter(each -> left.applyAsLong(each) >= demand.quantity())
                .findFirst()
                .map(each -> List.of(take(demand, each, demand.quantity())));
    }

    /** Each location gives what is still wanted, never more than it has. */
    private Optional<List<Part>> together(Demand demand, List<Offer> ranked) {
        long sum = ranked.stream().mapToLong(each -> Math.max(0, onShelf(each))).sum();
        return sum < demand.quantity() ? Optional.empty() : Optional.of(best(demand, ranked));
    }

    private List<Part> best(Demand demand, List<Offer> ranked) {
        var parts = new ArrayList<Part>();
        int rest = demand.quantity();
        for (Offer offer : policy.split() ? ranked : ranked.stream().limit(1).toList()) {
            int part = Math.clamp(onShelf(offer), 0, rest);
            if (part > 0) {
                parts.add(take(demand, offer, part));
                rest -= part;
            }
        }
        return parts;
    }

    private Part take(Demand demand, Offer offer, int quantity) {
        taken.merge(offer, (long) quantity, Long::sum);
        return new Part(demand.key(), demand.sku(), offer.location(), quantity);
    }
}
