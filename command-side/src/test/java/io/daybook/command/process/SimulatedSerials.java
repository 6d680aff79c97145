package io.daybook.command.process;

import io.daybook.domain.inventory.DiscrepancyResolution;
import io.daybook.domain.inventory.LotRejection;
import io.daybook.domain.inventory.ReceiveStock;
import io.daybook.domain.inventory.ReceiveTransfer;
import io.daybook.domain.inventory.ReservationCommitted;
import io.daybook.domain.inventory.ReservationCommittedLate;
import io.daybook.domain.inventory.RestockReturned;
import io.daybook.domain.inventory.SerialNumber;
import io.daybook.domain.inventory.StockCommand;
import io.daybook.domain.inventory.StockReceived;
import io.daybook.domain.inventory.StockRestocked;
import io.daybook.domain.inventory.StockWrittenOff;
import io.daybook.domain.inventory.TransferDiscrepancyResolved;
import io.daybook.domain.inventory.TransferDispatched;
import io.daybook.domain.inventory.TransferReceived;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.Sku;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.TransferId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        switch (event) {
            case StockReceived e -> arrived(e.stockItemId(), e.serials(), null);
            case StockRestocked e -> arrived(e.stockItemId(), e.serials(), null);
            case TransferReceived e -> arrived(e.stockItemId(), e.serials(), e.transferId());
            case TransferDispatched e -> {
                expect(e.stockItemId(), e.serials(), null);
                put(e.stockItemId(), e.serials(), new Place(e.to(), e.transferId()));
            }
            case TransferDiscrepancyResolved e -> {
                if (e.resolution() == DiscrepancyResolution.CORRECTED_AT_SOURCE) {
                    arrived(e.stockItemId(), e.serials(), e.transferId());
                } else {
                    left(e.stockItemId(), e.serials(), e.transferId());
                }
            }
            case StockWrittenOff e -> left(e.stockItemId(), e.serials(), null);
            case ReservationCommitted e -> left(e.stockItemId(), e.serials(), null);
            case ReservationCommittedLate e -> left(e.stockItemId(), e.serials(), null);
            default -> {
                // Moves no single units.
            }
        }
    }

    private void arrived(
            StockItemId item, List<SerialNumber> serials, @Nullable TransferId transfer) {
        expect(item, serials, transfer);
        put(item, serials, new Place(item.location(), null));
    }

    private void left(StockItemId item, List<SerialNumber> serials, @Nullable TransferId transfer) {
        expect(item, serials, transfer);
        serials.forEach(serial -> places.remove(new Unit(item.sku(), serial)));
    }

    private void put(StockItemId item, List<SerialNumber> serials, Place where) {
        serials.forEach(serial -> places.put(new Unit(item.sku(), serial), where));
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
