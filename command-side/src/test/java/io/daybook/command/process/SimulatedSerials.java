package io.daybook.command.process;

import io.daybook.domain.inventory.LotRejection;
import io.daybook.domain.inventory.ReceiveStock;
import io.daybook.domain.inventory.ReceiveTransfer;
import io.daybook.domain.inventory.RestockReturned;
import io.daybook.domain.inventory.SerialMove;
import io.daybook.domain.inventory.SerialNumber;
import io.daybook.domain.inventory.SerialPlace;
import io.daybook.domain.inventory.StockCommand;
import io.daybook.domain.inventory.StockEvent;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.Sku;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.TransferId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stands for the table that keeps a serial from being at two locations. */
final class SimulatedSerials {

    private record Unit(Sku sku, SerialNumber serial) {}

    /**
     * Where a unit is, or where it is on its way to.
     *
     * @param transfer what it is on its way with; {@code null} when it is there
     */
    private record Place(Location location, @Nullable TransferId transfer) {

        boolean lets(Location here, @Nullable TransferId comingWith) {
            return transfer == null ? location.equals(here) : transfer.equals(comingWith);
        }
    }

    private final Map<Unit, Place> places = new HashMap<>();

    /** Why units cannot come in: one of them is at another location, or on its way. */
    Optional<LotRejection> refusal(StockCommand command) {
        return switch (command) {
            case ReceiveStock c -> refusal(c.stockItemId(), c.serials(), null);
            case RestockReturned c -> refusal(c.stockItemId(), c.serials(), null);
            case ReceiveTransfer c -> refusal(c.stockItemId(), c.serials(), c.transferId());
            default -> Optional.empty();
        };
    }

    private Optional<LotRejection> refusal(
            StockItemId item, List<SerialNumber> coming, @Nullable TransferId transfer) {
        for (SerialNumber serial : coming) {
            Place known = places.get(new Unit(item.sku(), serial));
            if (known != null && !known.lets(item.location(), transfer)) {
                return Optional.of(
                        known.transfer() == null
                                ? new LotRejection.SerialElsewhere(serial, known.location())
                                : new LotRejection.SerialInTransit(
                                        serial, known.location(), known.transfer()));
            }
        }
        return Optional.empty();
    }

    void note(Object event) {
        if (event instanceof StockEvent moving) {
            note(moving.stockItemId(), moving.serialMove());
        }
    }

    private void note(StockItemId item, SerialMove move) {
        boolean isSent = move.place() == SerialPlace.IN_TRANSIT;
        expect(item, move.serials(), isSent ? null : move.transfer());
        for (SerialNumber serial : move.serials()) {
            var unit = new Unit(item.sku(), serial);
            switch (move.place()) {
                case IN_STOCK -> places.put(unit, new Place(item.location(), null));
                case IN_TRANSIT ->
                        places.put(
                                unit,
                                new Place(
                                        Objects.requireNonNull(move.destination()),
                                        move.transfer()));
                case SHIPPED, WRITTEN_OFF -> places.remove(unit);
            }
        }
    }

    /** The law: nothing moves a unit that is somewhere else. */
    private void expect(
            StockItemId item, List<SerialNumber> serials, @Nullable TransferId transfer) {
        refusal(item, serials, transfer)
                .ifPresent(broken -> {
                    throw new IllegalStateException(
                            "A unit was moved that is not here: " + broken.detail());
                });
    }
}
