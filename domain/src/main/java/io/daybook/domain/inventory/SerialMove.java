package io.daybook.domain.inventory;

import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.TransferId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Single units that an event moved, and where they are from then on.
 *
 * @param serials the units; empty when the event names none
 * @param place as the stock item of the event sees it
 * @param transfer what took them, or what they came out of
 * @param destination where they are on their way to
 */
public record SerialMove(
        List<SerialNumber> serials,
        SerialPlace place,
        @Nullable TransferId transfer,
        @Nullable Location destination) {

    static final SerialMove NONE = of(List.of(), SerialPlace.IN_STOCK);

    static SerialMove of(List<SerialNumber> serials, SerialPlace place) {
        return new SerialMove(serials, place, null, null);
    }

    static SerialMove sent(List<SerialNumber> serials, TransferId transfer, Location destination) {
        return new SerialMove(serials, SerialPlace.IN_TRANSIT, transfer, destination);
    }

    static SerialMove outOf(List<SerialNumber> serials, SerialPlace place, TransferId transfer) {
        return new SerialMove(serials, place, transfer, null);
    }
}
