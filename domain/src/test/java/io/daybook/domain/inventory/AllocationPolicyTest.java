package io.daybook.domain.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.inventory.AllocationPolicy.Demand;
import io.daybook.domain.inventory.AllocationPolicy.Offer;
import io.daybook.domain.inventory.AllocationPolicy.Part;
import io.daybook.domain.inventory.AllocationPolicy.Preference;
import io.daybook.domain.inventory.AllocationPolicy.Result;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AllocationPolicyTest {

    private static final Location EAST = new Location("east");
    private static final Location NORTH = new Location("north");
    private static final Location WEST = new Location("west");
    private static final Sku CUP = new Sku("CUP-1");
    private static final Sku POT = new Sku("POT-1");

    @Test
    void theLocationWithMostComesFirst() {
        assertThat(
                        policy(Preference.MOST_AVAILABLE, false, true)
                                .allocate(
                                        List.of(cups(3)), List.of(offer(EAST, 4), offer(WEST, 9))))
                .isEqualTo(allocated(part("1", WEST, 3)));
    }

    @Test
    void aFixedPriorityComesBeforeNames() {
        var policy = new AllocationPolicy(Preference.FIXED_PRIORITY, List.of(WEST), false, true);

        assertThat(
                        policy.allocate(
                                List.of(cups(3)),
                                List.of(offer(EAST, 9), offer(NORTH, 9), offer(WEST, 4))))
                .isEqualTo(allocated(part("1", WEST, 3)));
        assertThat(policy.allocate(List.of(cups(5)), List.of(offer(NORTH, 9), offer(EAST, 9))))
                .isEqualTo(allocated(part("1", EAST, 5)));
    }

    @Test
    void oneLocationThatHasEverythingIsPreferredWhenAskedFor() {
        var offers =
                List.of(
                        offer(EAST, 9),
                        offer(WEST, 2),
                        new Offer(POT, WEST, 1, 0),
                        new Offer(POT, NORTH, 1, 0));
        var demands = List.of(cups(2), new Demand("2", POT, 1, List.of()));

        assertThat(policy(Preference.MOST_AVAILABLE, true, true).allocate(demands, offers))
                .isEqualTo(allocated(part("1", WEST, 2), new Part("2", POT, WEST, 1)));
        assertThat(policy(Preference.MOST_AVAILABLE, false, true).allocate(demands, offers))
                .isEqualTo(allocated(part("1", EAST, 2), new Part("2", POT, NORTH, 1)));
    }

    @Test
    void aLocationThatIsNotNeededGivesNothing() {
        assertThat(
                        policy(Preference.MOST_AVAILABLE, false, true)
                                .allocate(
                                        List.of(cups(5)),
                                        List.of(offer(EAST, 1), offer(NORTH, 3), offer(WEST, 2))))
                .isEqualTo(allocated(part("1", NORTH, 3), part("1", WEST, 2)));
    }

    @Test
    void withoutSplittingOneLocationHasToHaveADemandAlone() {
        assertThat(
                        policy(Preference.MOST_AVAILABLE, true, false)
                                .allocate(
                                        List.of(cups(5)), List.of(offer(EAST, 3), offer(WEST, 4))))
                .isEqualTo(new Result.Shortage(cups(5), 1));
    }

    @Test
    void aDemandMayNameItsLocation() {
        var there = new Demand("1", CUP, 3, List.of(EAST));

        assertThat(
                        policy(Preference.MOST_AVAILABLE, true, true)
                                .allocate(List.of(there), List.of(offer(EAST, 3), offer(WEST, 9))))
                .isEqualTo(allocated(part("1", EAST, 3)));
        assertThat(
                        policy(Preference.MOST_AVAILABLE, true, true)
                                .allocate(List.of(there), List.of(offer(EAST, 2), offer(WEST, 9))))
                .isEqualTo(new Result.Shortage(there, 1));
    }

    @Test
    void unitsAreBackorderedOnlyWhereNoShelfHasThem() {
        var backorders = new Offer(CUP, EAST, 2, 5);

        assertThat(
                        policy(Preference.MOST_AVAILABLE, true, true)
                                .allocate(List.of(cups(3)), List.of(backorders, offer(WEST, 1))))
                .isEqualTo(allocated(part("1", EAST, 2), part("1", WEST, 1)));
        assertThat(
                        policy(Preference.MOST_AVAILABLE, true, true)
                                .allocate(List.of(cups(7)), List.of(backorders, offer(WEST, 1))))
                .isEqualTo(allocated(part("1", EAST, 7)));
    }

    @Test
    void i02_two_demands_of_one_item_are_judged_on_their_sum() {
        var second = new Demand("2", CUP, 3, List.of());

        assertThat(
                        policy(Preference.MOST_AVAILABLE, true, true)
                                .allocate(List.of(cups(3), second), List.of(offer(EAST, 5))))
                .isEqualTo(new Result.Shortage(second, 1));
    }

    @Test
    void i05_two_locations_take_only_the_remainder() {
        assertThat(
                        policy(Preference.MOST_AVAILABLE, false, true)
                                .allocate(
                                        List.of(cups(5)), List.of(offer(EAST, 4), offer(WEST, 3))))
                .isEqualTo(allocated(part("1", EAST, 4), part("1", WEST, 1)));
    }

    @Test
    void i17_locations_cover_together_what_none_has_alone() {
        assertThat(
                        policy(Preference.MOST_AVAILABLE, true, true)
                                .allocate(
                                        List.of(cups(6)),
                                        List.of(offer(EAST, 2), offer(NORTH, 2), offer(WEST, 2))))
                .isEqualTo(allocated(part("1", EAST, 2), part("1", NORTH, 2), part("1", WEST, 2)));
    }

    @Test
    void nothingIsEverTakenTwice() {
        var random = new Random(5);
        for (int round = 0; round < 500; round++) {
            var offers = new ArrayList<Offer>();
            for (Location location : List.of(EAST, NORTH, WEST)) {
                offers.add(offer(location, random.nextInt(-2, 8)));
            }
            var demands = new ArrayList<Demand>();
            for (int i = 0; i < 3; i++) {
                demands.add(new Demand("" + i, CUP, 1 + random.nextInt(5), List.of()));
            }
            var result =
                    policy(Preference.MOST_AVAILABLE, random.nextBoolean(), true)
                            .allocate(demands, offers);

            long there = offers.stream().mapToLong(each -> Math.max(0, each.available())).sum();
            int wanted = demands.stream().mapToInt(Demand::quantity).sum();
            if (result instanceof Result.Allocated(var parts)) {
                assertThat(parts.stream().mapToInt(Part::quantity).sum()).isEqualTo(wanted);
                for (Offer offer : offers) {
                    assertThat(taken(parts, offer))
                            .isLessThanOrEqualTo(Math.max(0, offer.available()));
                }
            } else {
                assertThat(wanted).isGreaterThan(Math.toIntExact(there));
            }
        }
    }

    private static long taken(List<Part> parts, Offer offer) {
        return parts.stream()
                .filter(part -> part.location().equals(offer.location()))
                .mapToLong(Part::quantity)
                .sum();
    }

    private static AllocationPolicy policy(Preference preference, boolean single, boolean split) {
        return new AllocationPolicy(preference, List.of(), single, split);
    }

    private static Demand cups(int quantity) {
        return new Demand("1", CUP, quantity, List.of());
    }

    private static Offer offer(Location location, long available) {
        return new Offer(CUP, location, available, 0);
    }

    private static Part part(String key, Location location, int quantity) {
        return new Part(key, CUP, location, quantity);
    }

    private static Result allocated(Part... parts) {
        return new Result.Allocated(List.of(parts));
    }
}
