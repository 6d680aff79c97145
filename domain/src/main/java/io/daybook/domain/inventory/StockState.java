package io.daybook.domain.inventory;

import io.daybook.domain.shared.PersistentMap;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.StockItemId;
import java.util.List;

/** What a stock item knows of itself to judge the next command. */
public sealed interface StockState {

    /** The state before the first event. */
    static StockState initial() {
        return new Unregistered();
    }

    /** Nothing was ever received for this SKU at this location. */
    record Unregistered() implements StockState {}

    /**
     * A SKU that is kept at a location.
     *
     * @param safetyStock units on hand that are never sold
     * @param backorderLimit how far {@code available} may go below zero
     */
    record Registered(
            StockItemId id,
            long onHand,
            long reserved,
            int reorderPoint,
            int safetyStock,
            int backorderLimit,
            PersistentMap<ReservationId, Reservation> reservations)
            implements StockState {

        public long available() {
            return onHand - reserved - safetyStock;
        }

        Registered moved(
                long onHandDelta,
                long reservedDelta,
                PersistentMap<ReservationId, Reservation> book) {
            return new Registered(
                    id,
                    onHand + onHandDelta,
                    reserved + reservedDelta,
                    reorderPoint,
                    safetyStock,
                    backorderLimit,
                    book);
        }
    }

    /** Names of the commands that would not be refused for the state alone. */
    default List<String> allowed() {
        return switch (this) {
            case Unregistered _ -> List.of("ReceiveStock");
            case Registered _ ->
                    List.of(
                            "ReceiveStock",
                            "AdjustStock",
                            "CountStock",
                            "ReserveStock",
                            "ReleaseReservation",
                            "ReduceReservation",
                            "CommitReservation",
                            "SetReorderPolicy");
        };
    }

    default StockState evolve(StockEvent event) {
        return switch (this) {
            case Unregistered _ ->
                    new Registered(
                            event.stockItemId(),
                            0,
                            0,
                            0,
                            0,
                            0,
                            PersistentMap.<ReservationId, Reservation>empty());
            case Registered item -> evolve(item, event);
        };
    }

    private static StockState evolve(Registered item, StockEvent event) {
        return switch (event) {
            case StockItemRegistered _ -> item;
            case StockReceived e -> item.moved(e.quantity(), 0, item.reservations);
            case StockAdjusted e -> item.moved(e.delta(), 0, item.reservations);
            case StockCounted e -> item.moved(e.delta(), 0, item.reservations);
            case StockReserved e ->
                    item.moved(
                            0,
                            e.quantity(),
                            item.reservations.with(
                                    e.reservationId(), Reservation.of(e.quantity())));
            case ReservationReleased e ->
                    item.moved(
                            0,
                            -e.quantity(),
                            item.reservations.with(
                                    e.reservationId(),
                                    item.reservations
                                            .get(e.reservationId())
                                            .orElseThrow()
                                            .release()));
            case ReservationReduced e ->
                    item.moved(
                            0,
                            -e.quantity(),
                            item.reservations.with(
                                    e.reservationId(),
                                    item.reservations
                                            .get(e.reservationId())
                                            .orElseThrow()
                                            .reduce(e.quantity(), e.reduction())));
            case ReservationCommitted e ->
                    item.moved(
                            -e.quantity(),
                            -e.quantity(),
                            item.reservations.with(
                                    e.reservationId(),
                                    item.reservations
                                            .get(e.reservationId())
                                            .orElseThrow()
                                            .commit(e.quantity(), e.commitment())));
            case ReorderPolicySet e ->
                    new Registered(
                            item.id,
                            item.onHand,
                            item.reserved,
                            e.reorderPoint(),
                            e.safetyStock(),
                            e.backorderLimit(),
                            item.reservations);
        };
    }
}
