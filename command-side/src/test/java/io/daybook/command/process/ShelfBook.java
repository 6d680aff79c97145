package io.daybook.command.process;

import io.daybook.domain.inventory.AdjustStock;
import io.daybook.domain.inventory.AnnounceTransfer;
import io.daybook.domain.inventory.CommitReservation;
import io.daybook.domain.inventory.CountStock;
import io.daybook.domain.inventory.DiscrepancyResolution;
import io.daybook.domain.inventory.ReceiveStock;
import io.daybook.domain.inventory.ReduceReservation;
import io.daybook.domain.inventory.ReleaseReservation;
import io.daybook.domain.inventory.ReservationCommittedLate;
import io.daybook.domain.inventory.ReservationExpired;
import io.daybook.domain.inventory.ReserveStock;
import io.daybook.domain.inventory.RestockReturned;
import io.daybook.domain.inventory.SetReorderPolicy;
import io.daybook.domain.inventory.StockCommand;
import io.daybook.domain.inventory.StockEvent;
import io.daybook.domain.inventory.StockItemRegistered;
import io.daybook.domain.inventory.StockMovedToBucket;
import io.daybook.domain.inventory.StockRestocked;
import io.daybook.domain.inventory.StockRestoredFromBucket;
import io.daybook.domain.inventory.StockWrittenOff;
import io.daybook.domain.inventory.TransferDiscrepancyResolved;
import io.daybook.domain.inventory.TransferDispatched;
import io.daybook.domain.inventory.TransferReceived;
import io.daybook.domain.shared.ReservationId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The units of one SKU at one place, counted by hand: says beforehand what has to come of a
 * command, and what is on the shelf afterwards.
 */
final class ShelfBook {

    /** What has to come of a command. */
    enum Verdict {
        TAKES_EFFECT,
        CHANGES_NOTHING,
        IS_REFUSED
    }

    /** Units that were promised to somebody. */
    static final class Promise {
        int promised;
        int open;
        int left;
        int givenBack;
        boolean released;

        /** Whether some of the units were not there when they were promised. */
        boolean owed;

        boolean expired;

        final Set<String> occasions = new HashSet<>();
    }

    private boolean known;
    private long received;
    private long corrected;
    private long restocked;
    private long brought;
    private long shipped;
    private long sent;
    private long writtenOff;
    private long aside;
    private final Set<String> restockings = new HashSet<>();
    private boolean restockedTwice;
    private int safety;
    private int limit;
    private int reorderPoint;
    private final Map<ReservationId, Promise> promises = new LinkedHashMap<>();
    private final LotBook lots = new LotBook();

    long onHand() {
        return received + corrected + restocked + brought - shipped - sent - writtenOff;
    }

    long reserved() {
        return promises.values().stream().mapToLong(promise -> promise.open).sum();
    }

    long available() {
        return onHand() - reserved() - aside - safety;
    }

    /** How far it may be owed. */
    int limit() {
        return limit;
    }

    LotBook lots() {
        return lots;
    }

    @Nullable Promise promise(ReservationId id) {
        return promises.get(id);
    }

    /** What is wrong with the count itself; empty when all is well. */
    String brokenLaw() {
        if (onHand() < 0) {
            return "fewer than no units on the shelf: " + onHand();
        }
        if (aside < 0 || aside > onHand() || restockedTwice) {
            return "%d units set aside of %d, restocked twice: %s"
                    .formatted(aside, onHand(), restockedTwice);
        }
        if (available() < -limit) {
            return "oversold: %d available, %d may be owed".formatted(available(), limit);
        }
        for (Promise p : promises.values()) {
            if (p.open < 0 || p.open + p.left + p.givenBack != p.promised) {
                return "of %d promised units %d are open, %d left, %d were given back"
                        .formatted(p.promised, p.open, p.left, p.givenBack);
            }
        }
        return lots.brokenLaw(onHand());
    }

    /**
     * @param came what the decider said; only believed about whether units that were owed have
     *     come, and when it may be for the lots and single units that a command is refused
     */
    Verdict note(StockCommand command, Verdict came) {
        boolean registers =
                command instanceof ReceiveStock
                        || command instanceof AnnounceTransfer
                        || command instanceof RestockReturned;
        if (!known && !registers) {
            return Verdict.IS_REFUSED;
        }
        if (came == Verdict.IS_REFUSED && mayBeForItsLots(command)) {
            return came;
        }
        return switch (command) {
            case ReceiveStock c -> {
                received += c.quantity();
                yield Verdict.TAKES_EFFECT;
            }
            case AdjustStock c -> correct(c.delta());
            case CountStock c ->
                    c.expected() != null && c.expected() != onHand()
                            ? Verdict.IS_REFUSED
                            : correct(c.counted() - onHand());
            case ReserveStock c -> reserve(c);
            case ReleaseReservation c -> release(c);
            case ReduceReservation c ->
                    take(c.reservationId(), c.quantity(), "reduction " + c.reduction(), false);
            case CommitReservation c ->
                    isExpired(c) || (isOwed(c) && came == Verdict.IS_REFUSED)
                            ? came
                            : take(
                                    c.reservationId(),
                                    c.quantity(),
                                    "shipment " + c.commitment(),
                                    true);
            case SetReorderPolicy c -> policy(c);
            default -> came; // what it moves is seen by its events
        };
    }

    /** A lot that has expired or has fewer units, or units that are somewhere else. */
    private boolean mayBeForItsLots(StockCommand command) {
        return switch (command) {
            case ReceiveStock c -> c.lot() != null || !c.serials().isEmpty();
            case CommitReservation c -> !c.serials().isEmpty() || lots.isUsed();
            case AdjustStock _, CountStock _, ReserveStock _ -> lots.isUsed();
            default -> false;
        };
    }

    /** Notes what moves, as far as it is not known from the commands. */
    void happened(StockEvent event) {
        lots.note(event);
        switch (event) {
            case StockItemRegistered _ -> known = true;
            case TransferDispatched e -> sent += e.quantity();
            case TransferReceived e -> brought += e.received();
            case TransferDiscrepancyResolved e ->
                    sent -=
                            e.resolution() == DiscrepancyResolution.CORRECTED_AT_SOURCE
                                    ? e.missing()
                                    : 0;
            case StockMovedToBucket e -> aside += e.quantity();
            case StockRestoredFromBucket e -> aside -= e.quantity();
            case StockWrittenOff e -> {
                writtenOff += e.quantity();
                aside -= e.bucket() == null ? 0 : e.quantity();
            }
            case StockRestocked e -> {
                restocked += e.quantity();
                aside += e.bucket() == null ? 0 : e.quantity();
                restockedTwice |= !restockings.add(e.key());
            }
            case ReservationExpired e -> expire(e.reservationId());
            case ReservationCommittedLate e -> shipped += e.quantity();
            default -> {
                // The command said it.
            }
        }
    }

    private void expire(ReservationId id) {
        Promise promise = promises.get(id);
        if (promise != null) {
            promise.givenBack += promise.open;
            promise.open = 0;
            promise.released = true;
            promise.expired = true;
        }
    }

    private boolean isExpired(CommitReservation command) {
        Promise promise = promises.get(command.reservationId());
        return promise != null && promise.expired;
    }

    private boolean isOwed(CommitReservation command) {
        Promise promise = promises.get(command.reservationId());
        return promise != null && promise.owed;
    }

    private Verdict correct(long delta) {
        if (onHand() - aside + delta < 0 || (delta < 0 && available() + delta < -limit)) {
            return Verdict.IS_REFUSED;
        }
        corrected += delta;
        return Verdict.TAKES_EFFECT;
    }

    private Verdict reserve(ReserveStock command) {
        Promise earlier = promises.get(command.reservationId());
        if (earlier != null) {
            return !earlier.released && earlier.promised == command.quantity()
                    ? Verdict.CHANGES_NOTHING
                    : Verdict.IS_REFUSED;
        }
        if (available() - command.quantity() < -limit) {
            return Verdict.IS_REFUSED;
        }
        var promise = new Promise();
        promise.promised = command.quantity();
        promise.owed = available() < command.quantity();
        promise.open = command.quantity();
        promises.put(command.reservationId(), promise);
        return Verdict.TAKES_EFFECT;
    }

    private Verdict release(ReleaseReservation command) {
        Promise promise = promises.get(command.reservationId());
        if (promise == null || (promise.open == 0 && !promise.released)) {
            return Verdict.IS_REFUSED;
        }
        if (promise.released) {
            return Verdict.CHANGES_NOTHING;
        }
        promise.givenBack += promise.open;
        promise.open = 0;
        promise.released = true;
        return Verdict.TAKES_EFFECT;
    }

    private Verdict take(
            ReservationId id, @Nullable Integer quantity, String occasion, boolean leaves) {
        Promise promise = promises.get(id);
        if (promise == null) {
            return Verdict.IS_REFUSED;
        }
        if (promise.occasions.contains(occasion)) {
            return Verdict.CHANGES_NOTHING;
        }
        int units = quantity == null ? promise.open : quantity;
        if (promise.open == 0 || units > promise.open || (leaves && units > onHand() - aside)) {
            return Verdict.IS_REFUSED;
        }
        promise.occasions.add(occasion);
        promise.open -= units;
        if (leaves) {
            promise.left += units;
            shipped += units;
        } else {
            promise.givenBack += units;
            promise.released = promise.open == 0;
        }
        return Verdict.TAKES_EFFECT;
    }

    private Verdict policy(SetReorderPolicy command) {
        int nextPoint = or(command.reorderPoint(), reorderPoint);
        int nextSafety = or(command.safetyStock(), safety);
        int nextLimit = or(command.backorderLimit(), limit);
        boolean tighter = nextSafety > safety || nextLimit < limit;
        if (tighter && onHand() - reserved() - aside - nextSafety < -nextLimit) {
            return Verdict.IS_REFUSED;
        }
        boolean same = nextPoint == reorderPoint && nextSafety == safety && nextLimit == limit;
        reorderPoint = nextPoint;
        safety = nextSafety;
        limit = nextLimit;
        return same ? Verdict.CHANGES_NOTHING : Verdict.TAKES_EFFECT;
    }

    private static int or(@Nullable Integer wanted, int present) {
        return wanted == null ? present : wanted;
    }
}
