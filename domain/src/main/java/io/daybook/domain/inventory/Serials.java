package io.daybook.domain.inventory;

import io.daybook.domain.shared.PersistentMap;
import java.util.List;
import java.util.Optional;

/** Where every serial number is that this stock item ever had. */
record Serials(PersistentMap<SerialNumber, SerialPlace> places) {

    static final Serials NONE = new Serials(PersistentMap.<SerialNumber, SerialPlace>empty());

    Serials after(StockEvent event) {
        SerialMove move = event.serialMove();
        var moved = places;
        for (SerialNumber serial : move.serials()) {
            moved = moved.with(serial, move.place());
        }
        return move.serials().isEmpty() ? this : new Serials(moved);
    }

    private boolean isInStock(SerialNumber serial) {
        return places.get(serial).filter(SerialPlace.IN_STOCK::equals).isPresent();
    }

    /** Nothing when these units can come in: as many as are told, and none of them here already. */
    Optional<StockRejection> comingIn(List<SerialNumber> serials, int quantity) {
        return counted(serials, quantity)
                .or(() ->
                        serials.stream()
                                .filter(this::isInStock)
                                .findFirst()
                                .map(LotRejection.SerialInStock::new));
    }

    /** Nothing when these units can go out: as many as are told, and all of them here. */
    Optional<StockRejection> goingOut(List<SerialNumber> serials, int quantity) {
        return counted(serials, quantity)
                .or(() ->
                        serials.stream()
                                .filter(serial -> !isInStock(serial))
                                .findFirst()
                                .map(serial ->
                                        new LotRejection.SerialNotInStock(
                                                serial, places.get(serial).orElse(null))));
    }

    /** Naming units is optional, but then all of them are named, each once. */
    private static Optional<StockRejection> counted(List<SerialNumber> serials, int quantity) {
        long different = serials.stream().distinct().count();
        return serials.isEmpty() || (different == quantity && serials.size() == quantity)
                ? Optional.empty()
                : Optional.of(new LotRejection.SerialsDoNotMatch(different, quantity));
    }
}
