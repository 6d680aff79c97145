package io.daybook.domain.inventory;

import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.Sku;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * From which locations the units of a request are taken: pure, and the same for the same input.
 *
 * @param preference which location comes first
 * @param priority the order of locations for {@link Preference#FIXED_PRIORITY}; those that it does
 *     not name come after, by name
 * @param singleLocationFirst whether one location that has everything is preferred to several
 * @param split whether one demand may be taken from several locations
 */
public record AllocationPolicy(
        Preference preference,
        List<Location> priority,
        boolean singleLocationFirst,
        boolean split) {

    /** Which of several locations is asked first. */
    public enum Preference {
        MOST_AVAILABLE,
        FIXED_PRIORITY
    }

    /**
     * Units that somebody wants.
     *
     * @param key tells demands apart, for example a line of an order
     * @param among the locations that they may be from; any when empty
     */
    public record Demand(String key, Sku sku, int quantity, List<Location> among) {

        public Demand {
            among = List.copyOf(among);
        }

        boolean accepts(Location location) {
            return among.isEmpty() || among.contains(location);
        }
    }

    /**
     * Units that a location can promise.
     *
     * @param available may be below zero when units are backordered
     * @param backorderLimit how far it may go below zero
     */
    public record Offer(Sku sku, Location location, long available, int backorderLimit) {}

    /** Units of a demand that are to be taken from a location. */
    public record Part(String key, Sku sku, Location location, int quantity) {}

    /** What came of a request. */
    public sealed interface Result {

        /** Everything is there; the parts of a demand add up to its quantity. */
        record Allocated(List<Part> parts) implements Result {
            public Allocated {
                parts = List.copyOf(parts);
            }
        }

        /** All or nothing: the first demand that cannot be met, and how many units it lacks. */
        record Shortage(Demand demand, long missing) implements Result {}
    }

    public AllocationPolicy {
        priority = List.copyOf(priority);
    }

    /** Takes each demand from what the demands before it left, so that nothing is given twice. */
    public Result allocate(List<Demand> demands, List<Offer> offers) {
        if (singleLocationFirst) {
            for (Location location : locations(offers)) {
                var result = new Allocation(this, onShelf(offers, location)).all(demands);
                if (result instanceof Result.Allocated) {
                    return result;
                }
            }
        }
        return new Allocation(this, offers).all(demands);
    }

    /** Backorders are the last resort: another location may have the units. */
    private static List<Offer> onShelf(List<Offer> offers, Location location) {
        return offers.stream()
                .filter(each -> each.location().equals(location))
                .map(each -> new Offer(each.sku(), location, each.available(), 0))
                .toList();
    }

    /** All locations, those that offer most over all SKUs, or those named first, in front. */
    private List<Location> locations(List<Offer> offers) {
        var sums = new TreeMap<String, Long>();
        offers.forEach(each -> sums.merge(each.location().value(), each.available(), Long::sum));
        return sums.entrySet().stream()
                .map(each -> new Ranked(new Location(each.getKey()), each.getValue()))
                .sorted(order())
                .map(Ranked::location)
                .toList();
    }

    record Ranked(Location location, long available) {}

    Comparator<Ranked> order() {
        var byName = Comparator.comparing((Ranked each) -> each.location().value());
        return switch (preference) {
            case MOST_AVAILABLE ->
                    Comparator.comparingLong(Ranked::available).reversed().thenComparing(byName);
            case FIXED_PRIORITY -> Comparator.comparingInt(this::rank).thenComparing(byName);
        };
    }

    private int rank(Ranked location) {
        int index = priority.indexOf(location.location());
        return index < 0 ? priority.size() : index;
    }
}
