package io.daybook.command.process;

import io.daybook.domain.inventory.AllocationPolicy;
import io.daybook.domain.inventory.AllocationPolicy.Preference;
import io.daybook.domain.shared.Location;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What {@code daybook.inventory.allocation} can be set to. */
enum AllocationChoice {
    /** Every line is taken from its own location. */
    NONE,
    /** Where most is available first; several locations when one has too little. */
    MOST_AVAILABLE,
    /** In the order of {@code daybook.inventory.locations}. */
    PRIORITY,
    /** One location for the whole order where that is possible. */
    SINGLE_LOCATION_FIRST;

    /**
     * Reads the setting.
     *
     * @throws IllegalArgumentException when it is none of these
     */
    static AllocationChoice of(String setting) {
        return Arrays.stream(values())
                .filter(choice -> choice.setting().equalsIgnoreCase(setting.strip()))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "daybook.inventory.allocation must be one of %s, not %s"
                                        .formatted(
                                                Arrays.stream(values())
                                                        .map(AllocationChoice::setting)
                                                        .collect(Collectors.joining(", ")),
                                                setting)));
    }

    private String setting() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The policy; empty when there is nothing to choose.
     *
     * @param locations in the order of their priority; may be empty
     */
    Optional<AllocationPolicy> policy(List<Location> locations) {
        var fixed = locations.isEmpty() ? Preference.MOST_AVAILABLE : Preference.FIXED_PRIORITY;
        return switch (this) {
            case NONE -> Optional.empty();
            case MOST_AVAILABLE -> Optional.of(splitting(Preference.MOST_AVAILABLE, List.of()));
            case PRIORITY -> Optional.of(splitting(Preference.FIXED_PRIORITY, locations));
            case SINGLE_LOCATION_FIRST ->
                    Optional.of(new AllocationPolicy(fixed, locations, true, true));
        };
    }

    private static AllocationPolicy splitting(Preference preference, List<Location> priority) {
        return new AllocationPolicy(preference, priority, false, true);
    }
}
