package io.daybook.command.process;

import io.daybook.domain.inventory.DiscrepancyResolution;
import io.daybook.domain.inventory.LotNumber;
import io.daybook.domain.inventory.LotUnits;
import io.daybook.domain.inventory.ReservationCommitted;
import io.daybook.domain.inventory.ReservationCommittedLate;
import io.daybook.domain.inventory.ReservationExpired;
import io.daybook.domain.inventory.ReservationReduced;
import io.daybook.domain.inventory.ReservationReleased;
import io.daybook.domain.inventory.SerialNumber;
import io.daybook.domain.inventory.StockAdjusted;
import io.daybook.domain.inventory.StockCounted;
import io.daybook.domain.inventory.StockEvent;
import io.daybook.domain.inventory.StockMovedToBucket;
import io.daybook.domain.inventory.StockReceived;
import io.daybook.domain.inventory.StockReserved;
import io.daybook.domain.inventory.StockRestocked;
import io.daybook.domain.inventory.StockRestoredFromBucket;
import io.daybook.domain.inventory.StockWrittenOff;
import io.daybook.domain.inventory.TransferDiscrepancyResolved;
import io.daybook.domain.inventory.TransferDispatched;
import io.daybook.domain.inventory.TransferReceived;
import io.daybook.domain.shared.ReservationId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The lots and the serials of one shelf, counted from what its events name. */
final class LotBook {

    private static final class Lot {
        long onHand;
        long promised;
        long aside;
    }

    private final Map<LotNumber, Lot> lots = new LinkedHashMap<>();
    private final Map<ReservationId, Map<LotNumber, Integer>> promises = new HashMap<>();
    private final SortedSet<SerialNumber> serials = new TreeSet<>();
    private String broken = "";

    /** Whether anything was ever named here: then more can be refused than the sums tell. */
    boolean isUsed() {
        return !lots.isEmpty() || !serials.isEmpty();
    }

    /** The single units that are here by name. */
    SortedSet<SerialNumber> serials() {
        return serials;
    }

    String brokenLaw(long onHand) {
        if (!broken.isEmpty()) {
            return broken;
        }
        long all = 0;
        for (var entry : lots.entrySet()) {
            Lot lot = entry.getValue();
            all += lot.onHand;
            if (lot.promised < 0 || lot.aside < 0 || lot.promised + lot.aside > lot.onHand) {
                return "of lot %s there are %d, %d of them promised and %d set aside"
                        .formatted(entry.getKey(), lot.onHand, lot.promised, lot.aside);
            }
        }
        return all > onHand ? "%d units of lots among %d".formatted(all, onHand) : "";
    }

    void note(StockEvent event) {
        switch (event) {
            case StockReceived e -> {
                moves(e.lot(), e.quantity());
                arrive(e.serials());
            }
            case StockAdjusted e -> moves(e.lot(), e.delta());
            case StockCounted e -> moves(e.lot(), e.delta());
            case StockMovedToBucket e -> setsAside(e.lot(), e.quantity());
            case StockRestoredFromBucket e -> setsAside(e.lot(), -e.quantity());
            case StockWrittenOff e -> {
                moves(e.lot(), -e.quantity());
                setsAside(e.lot(), e.bucket() == null ? 0 : -e.quantity());
                leave(e.serials());
            }
            case StockRestocked e -> {
                moves(e.lot(), e.quantity());
                setsAside(e.lot(), e.bucket() == null ? 0 : e.quantity());
                arrive(e.serials());
            }
            case StockReserved e -> promise(e.reservationId(), e.lots(), 1);
            case ReservationReleased e -> promise(e.reservationId(), e.lots(), -1);
            case ReservationReduced e -> promise(e.reservationId(), e.lots(), -1);
            case ReservationExpired e -> promise(e.reservationId(), e.lots(), -1);
            case ReservationCommitted e -> {
                promise(e.reservationId(), e.lots(), -1);
                e.lots().forEach(units -> moves(units.lot(), -units.quantity()));
                e.otherLots().forEach(units -> moves(units.lot(), -units.quantity()));
                leave(e.serials());
            }
            case ReservationCommittedLate e -> {
                e.lots().forEach(units -> moves(units.lot(), -units.quantity()));
                leave(e.serials());
            }
            case TransferDispatched e -> {
                e.lots().forEach(units -> moves(units.lot(), -units.quantity()));
                leave(e.serials());
            }
            case TransferReceived e -> {
                e.lots().forEach(units -> moves(units.lot(), units.quantity()));
                arrive(e.serials());
            }
            case TransferDiscrepancyResolved e -> {
                if (e.resolution() == DiscrepancyResolution.CORRECTED_AT_SOURCE) {
                    e.lots().forEach(units -> moves(units.lot(), units.quantity()));
                    arrive(e.serials());
                }
            }
            default -> {
                // Moves no units.
            }
        }
    }

    private void moves(@Nullable LotNumber number, int units) {
        if (number != null) {
            lot(number).onHand += units;
        }
    }

    private void setsAside(@Nullable LotNumber number, int units) {
        if (number != null) {
            lot(number).aside += units;
        }
    }

    private Lot lot(LotNumber number) {
        return lots.computeIfAbsent(number, _ -> new Lot());
    }

    /** Of a lot, no more is given back or leaves than was promised of it. */
    private void promise(ReservationId id, List<LotUnits> units, int sign) {
        Map<LotNumber, Integer> promised = promises.computeIfAbsent(id, _ -> new HashMap<>());
        for (LotUnits each : units) {
            lot(each.lot()).promised += (long) sign * each.quantity();
            int now = promised.merge(each.lot(), sign * each.quantity(), Integer::sum);
            require(now >= 0, "%s: more of lot %s than was promised".formatted(id, each.lot()));
        }
    }

    private void arrive(List<SerialNumber> units) {
        units.forEach(unit -> require(serials.add(unit), unit + " came, and was here already"));
    }

    private void leave(List<SerialNumber> units) {
        units.forEach(unit -> require(serials.remove(unit), unit + " left, and was not here"));
    }

    private void require(boolean holds, String law) {
        if (!holds && broken.isEmpty()) {
            broken = law;
        }
    }
}
