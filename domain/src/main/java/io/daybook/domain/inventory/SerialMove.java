package io.daybook.domain.inventory;

import java.util.List;

/** Single units that an event moved, and where they are from then on. */
record SerialMove(List<SerialNumber> serials, SerialPlace place) {

    static final SerialMove NONE = new SerialMove(List.of(), SerialPlace.IN_STOCK);
}
