package io.daybook.domain.returns;

import java.util.HashMap;
import java.util.Map;

/** What was reported about the goods of a return, by its id, to recognise repetitions. */
record Reports(Map<String, ReturnReceived> parcels, Map<String, ReturnInspected> inspections) {

    static final Reports NONE = new Reports(Map.of(), Map.of());

    Reports {
        parcels = Map.copyOf(parcels);
        inspections = Map.copyOf(inspections);
    }

    Reports with(ReturnEvent event) {
        return switch (event) {
            case ReturnReceived e -> new Reports(with(parcels, e.parcel(), e), inspections);
            case ReturnInspected e -> new Reports(parcels, with(inspections, e.inspection(), e));
            default -> this;
        };
    }

    private static <V> Map<String, V> with(Map<String, V> before, String id, V report) {
        var all = new HashMap<>(before);
        all.put(id, report);
        return all;
    }
}
