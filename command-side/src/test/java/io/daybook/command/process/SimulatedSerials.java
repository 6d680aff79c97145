package io.daybook.command.process;

import io.daybook.domain.inventory.DiscrepancyResolution;
import io.daybook.domain.inventory.LotRejection;
import io.daybook.domain.inventory.ReceiveStock;
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
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.Sku;
import io.daybook.domain.shared.StockItemId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stands for the table that keeps a serial from being at two locations. */
final class SimulatedSerials {

    private record Unit(Sku sku, SerialNumber serial) {}

    private final Map<Unit, Location> places = new HashMap<>();

    /** Why units cannot come in: one of them is at another location, or on its way there. */
    Optional<LotRejection> refusal(StockCommand command) {
        List<SerialNumber> coming =
                switch (command) {
                    case ReceiveStock c -> c.serials();
                    case RestockReturned c -> c.serials();
                    default -> List.of();
                };
        StockItemId item = command.stockItemId();
        for (SerialNumber serial : coming) {
            Location known = places.get(new Unit(item.sku(), serial));
            if (known != null && !known.equals(item.location())) {
                return Optional.of(new LotRejection.SerialElsewhere(serial, known));
            }
        }
        return Optional.empty();
    }

    void note(Object event) {
        switch (event) {
            case StockReceived e -> put(e.stockItemId(), e.serials(), e.stockItemId().location());
            case StockRestocked e -> put(e.stockItemId(), e.serials(), e.stockItemId().location());
            case TransferDispatched e -> put(e.stockItemId(), e.serials(), e.to());
            case TransferDiscrepancyResolved e -> {
                if (e.resolution() == DiscrepancyResolution.CORRECTED_AT_SOURCE) {
                    put(e.stockItemId(), e.serials(), e.stockItemId().location());
                } else {
                    remove(e.stockItemId(), e.serials());
                }
            }
            case StockWrittenOff e -> remove(e.stockItemId(), e.serials());
            case ReservationCommitted e -> remove(e.stockItemId(), e.serials());
            case ReservationCommittedLate e -> remove(e.stockItemId(), e.serials());
            default -> {
                // Moves no single units.
            }
        }
    }

    private void put(StockItemId item, List<SerialNumber> serials, Location where) {
        serials.forEach(serial -> places.put(new Unit(item.sku(), serial), where));
    }

    private void remove(StockItemId item, List<SerialNumber> serials) {
        serials.forEach(serial -> places.remove(new Unit(item.sku(), serial)));
    }
}
