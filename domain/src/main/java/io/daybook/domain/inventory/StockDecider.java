package io.daybook.domain.inventory;

import static io.daybook.domain.shared.Decision.accepted;
import static io.daybook.domain.shared.Decision.nothingToDo;
import static io.daybook.domain.shared.Decision.refused;

import io.daybook.domain.inventory.StockState.Registered;
import io.daybook.domain.inventory.StockState.Unregistered;
import io.daybook.domain.shared.Decision;
import java.util.Objects;

/** The rules of a stock item: pure, no clock, no chance, no I/O. */
public final class StockDecider {

    /** Keeps sums of quantities far away from the range of the types that hold them. */
    private static final long MOST_ON_HAND = 1_000_000_000L;

    private StockDecider() {}

    public static Decision<StockEvent, StockRejection> decide(
            StockCommand command, StockState state) {
        return switch (state) {
            case Unregistered _ -> first(command);
            case Registered item ->
                    switch (command) {
                        case ReceiveStock c -> receive(c, item);
                        case AdjustStock c -> adjust(c, item);
                        case CountStock c -> count(c, item);
                        case ReserveStock c -> reserve(c, item);
                        case ReleaseReservation c -> release(c, item);
                        case ReduceReservation c -> reduce(c, item);
                        case CommitReservation c -> commit(c, item);
                        case SetReorderPolicy c -> setPolicy(c, item);
                    };
        };
    }

    private static Decision<StockEvent, StockRejection> first(StockCommand command) {
        return switch (command) {
            case ReceiveStock c ->
                    c.quantity() > MOST_ON_HAND
                            ? refused(new StockRejection.QuantityTooLarge(c.quantity()))
                            : accepted(
                                    new StockItemRegistered(c.stockItemId()),
                                    new StockReceived(
                                            c.stockItemId(), c.quantity(), c.reference()));
            // A shop that never heard of the SKU has none of it: the caller asked for units, not
            // for the item.
            case ReserveStock c ->
                    refused(
                            new StockRejection.InsufficientStock(
                                    c.stockItemId(), c.quantity(), 0, 0));
            case AdjustStock _,
                    CountStock _,
                    ReleaseReservation _,
                    ReduceReservation _,
                    CommitReservation _,
                    SetReorderPolicy _ ->
                    refused(new StockRejection.UnknownStockItem(command.stockItemId()));
        };
    }

    private static Decision<StockEvent, StockRejection> receive(
            ReceiveStock command, Registered item) {
        long onHand = item.onHand() + command.quantity();
        return onHand > MOST_ON_HAND
                ? refused(new StockRejection.QuantityTooLarge(onHand))
                : accepted(new StockReceived(item.id(), command.quantity(), command.reference()));
    }

    private static Decision<StockEvent, StockRejection> adjust(
            AdjustStock command, Registered item) {
        return corrected(
                item,
                command.delta(),
                new StockAdjusted(item.id(), command.delta(), command.reason()));
    }

    private static Decision<StockEvent, StockRejection> count(CountStock command, Registered item) {
        Integer expected = command.expected();
        if (expected != null && expected != item.onHand()) {
            return refused(new StockRejection.CountOutdated(expected, item.onHand()));
        }
        long delta = command.counted() - item.onHand();
        return corrected(
                item,
                delta,
                new StockCounted(
                        item.id(), command.counted(), Math.toIntExact(delta), command.reason()));
    }

    private static Decision<StockEvent, StockRejection> corrected(
            Registered item, long delta, StockEvent event) {
        long onHand = item.onHand() + delta;
        long available = item.available() + delta;
        if (onHand < 0) {
            return refused(new StockRejection.NegativeStock(onHand));
        }
        if (onHand > MOST_ON_HAND) {
            return refused(new StockRejection.QuantityTooLarge(onHand));
        }
        return delta < 0 && available < -item.backorderLimit()
                ? refused(new StockRejection.PromisedStock(available, item.backorderLimit()))
                : accepted(event);
    }

    private static Decision<StockEvent, StockRejection> reserve(
            ReserveStock command, Registered item) {
        var existing = item.reservations().get(command.reservationId());
        if (existing.isPresent() && existing.get().released()) {
            return refused(
                    new StockRejection.ReservationEnded(command.reservationId(), "released"));
        }
        if (existing.isPresent()) {
            int reserved = existing.get().quantity();
            return reserved == command.quantity()
                    ? nothingToDo()
                    : refused(new StockRejection.ReservationDiffers(reserved, command.quantity()));
        }
        if (item.available() - command.quantity() < -item.backorderLimit()) {
            return refused(
                    new StockRejection.InsufficientStock(
                            item.id(),
                            command.quantity(),
                            item.available(),
                            item.backorderLimit()));
        }
        return accepted(
                new StockReserved(
                        item.id(),
                        command.reservationId(),
                        command.quantity(),
                        command.reference()));
    }

    private static Decision<StockEvent, StockRejection> release(
            ReleaseReservation command, Registered item) {
        var found = item.reservations().get(command.reservationId());
        if (found.isEmpty()) {
            return refused(new StockRejection.UnknownReservation(command.reservationId()));
        }
        Reservation reservation = found.get();
        if (reservation.released()) {
            return nothingToDo();
        }
        return reservation.ended()
                ? refused(new StockRejection.ReservationEnded(command.reservationId(), "committed"))
                : accepted(
                        new ReservationReleased(
                                item.id(),
                                command.reservationId(),
                                reservation.open(),
                                command.reason()));
    }

    private static Decision<StockEvent, StockRejection> reduce(
            ReduceReservation command, Registered item) {
        var found = item.reservations().get(command.reservationId());
        if (found.isEmpty()) {
            return refused(new StockRejection.UnknownReservation(command.reservationId()));
        }
        Reservation reservation = found.get();
        if (reservation.reductions().contains(command.reduction())) {
            return nothingToDo();
        }
        if (reservation.ended()) {
            String how = reservation.released() ? "released" : "committed";
            return refused(new StockRejection.ReservationEnded(command.reservationId(), how));
        }
        int remaining = reservation.open() - command.quantity();
        return remaining < 0
                ? refused(
                        new StockRejection.ExceedsReservation(
                                command.quantity(), reservation.open()))
                : accepted(
                        new ReservationReduced(
                                item.id(),
                                command.reservationId(),
                                command.quantity(),
                                remaining,
                                command.reduction()));
    }

    private static Decision<StockEvent, StockRejection> commit(
            CommitReservation command, Registered item) {
        var found = item.reservations().get(command.reservationId());
        if (found.isEmpty()) {
            return refused(new StockRejection.UnknownReservation(command.reservationId()));
        }
        Reservation reservation = found.get();
        if (reservation.commitments().contains(command.commitment())) {
            return nothingToDo();
        }
        if (reservation.ended()) {
            String how = reservation.released() ? "released" : "committed";
            return refused(new StockRejection.ReservationEnded(command.reservationId(), how));
        }
        int quantity = Objects.requireNonNullElse(command.quantity(), reservation.open());
        if (quantity > reservation.open()) {
            return refused(new StockRejection.ExceedsReservation(quantity, reservation.open()));
        }
        if (item.onHand() < quantity) {
            return refused(new StockRejection.NegativeStock(item.onHand() - quantity));
        }
        return accepted(
                new ReservationCommitted(
                        item.id(),
                        command.reservationId(),
                        quantity,
                        reservation.open() - quantity,
                        command.commitment()));
    }

    private static Decision<StockEvent, StockRejection> setPolicy(
            SetReorderPolicy command, Registered item) {
        int reorderPoint = Objects.requireNonNullElse(command.reorderPoint(), item.reorderPoint());
        int safetyStock = Objects.requireNonNullElse(command.safetyStock(), item.safetyStock());
        int backorderLimit =
                Objects.requireNonNullElse(command.backorderLimit(), item.backorderLimit());
        boolean tighter =
                safetyStock > item.safetyStock() || backorderLimit < item.backorderLimit();
        long available = item.onHand() - item.reserved() - safetyStock;
        if (tighter && available < -backorderLimit) {
            return refused(new StockRejection.PromisedStock(available, backorderLimit));
        }
        return reorderPoint == item.reorderPoint()
                        && safetyStock == item.safetyStock()
                        && backorderLimit == item.backorderLimit()
                ? nothingToDo()
                : accepted(
                        new ReorderPolicySet(item.id(), reorderPoint, safetyStock, backorderLimit));
    }
}
