package io.daybook.domain.inventory;

import io.daybook.domain.shared.PersistentMap;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.TransferId;
import java.util.List;

/** What a stock item knows of itself to judge the next command. */
public sealed interface StockState {

    /** As many reservations that ended are known to the state for certain, the last ones. */
    int ENDS_REMEMBERED = 64;

    /** The state before the first event. */
    static StockState initial() {
        return new Unregistered();
    }

    /** Nothing was ever received for this SKU at this location. */
    record Unregistered() implements StockState {}

    /**
     * A SKU that is kept at a location.
     *
     * @param restocks what came back from customers, by key
     * @param ranOut whether nothing has been available since {@link StockRanOut}
     */
    record Registered(
            StockItemId id,
            StockLevel level,
            StockPolicy policy,
            ReservationBook book,
            Lots lots,
            Serials serials,
            PersistentMap<TransferId, Transfer> transfers,
            PersistentMap<String, StockRestocked> restocks,
            boolean ranOut)
            implements StockState {

        static Registered of(StockItemId id) {
            return new Registered(
                    id,
                    StockLevel.NOTHING,
                    StockPolicy.NONE,
                    ReservationBook.EMPTY,
                    Lots.NONE,
                    Serials.NONE,
                    PersistentMap.<TransferId, Transfer>empty(),
                    PersistentMap.<String, StockRestocked>empty(),
                    false);
        }

        public long onHand() {
            return level.onHand();
        }

        public long reserved() {
            return level.reserved();
        }

        public long available() {
            return policy.available(level);
        }

        int backorderLimit() {
            return policy.backorderLimit();
        }

        /** Units fit to be sold that are of no lot, promised ones included. */
        long withoutLot() {
            return level.sellable() - lots.sellable();
        }

        /** What every event says of itself. */
        private Registered moved(StockEvent event) {
            return new Registered(
                    id,
                    event.movement().map(each -> level.plus(each.change())).orElse(level),
                    policy,
                    book.after(event),
                    lots.after(event),
                    serials.after(event),
                    transfers,
                    restocks,
                    ranOut);
        }

        private Registered with(ReservationBook changed) {
            return new Registered(
                    id, level, policy, changed, lots, serials, transfers, restocks, ranOut);
        }

        private Registered with(StockPolicy changed) {
            return new Registered(
                    id, level, changed, book, lots, serials, transfers, restocks, ranOut);
        }

        private Registered with(Transfer changed) {
            return new Registered(
                    id,
                    level,
                    policy,
                    book,
                    lots,
                    serials,
                    transfers.with(changed.transferId(), changed),
                    restocks,
                    ranOut);
        }

        private Registered with(StockRestocked restocked) {
            return new Registered(
                    id,
                    level,
                    policy,
                    book,
                    lots,
                    serials,
                    transfers,
                    restocks.with(restocked.key(), restocked),
                    ranOut);
        }

        private Registered withRanOut(boolean changed) {
            return new Registered(
                    id, level, policy, book, lots, serials, transfers, restocks, changed);
        }

        private Transfer transfer(TransferId transferId) {
            return transfers.get(transferId).orElseThrow();
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
                            "ExtendReservation",
                            "ReleaseReservation",
                            "ReduceReservation",
                            "CommitReservation",
                            "SetReorderPolicy",
                            "MoveToBucket",
                            "RestoreFromBucket",
                            "WriteOffStock",
                            "TransferStock",
                            "ReceiveTransfer",
                            "ResolveTransfer");
        };
    }

    /**
     * Whether the state does not know the reservation because it ended long ago, or because there
     * never was one: the log of the item tells.
     */
    default boolean mayHaveForgotten(ReservationId reservation) {
        return this instanceof Registered item && item.book.mayHaveForgotten(reservation);
    }

    /**
     * The state that knows a forgotten reservation again.
     *
     * @param history all events of the item that name the reservation, in their order
     */
    default StockState recalling(ReservationId reservation, List<StockEvent> history) {
        return switch (this) {
            case Unregistered it -> it;
            case Registered item -> item.with(item.book.recalling(reservation, history));
        };
    }

    default StockState evolve(StockEvent event) {
        return switch (this) {
            case Unregistered _ -> evolve(Registered.of(event.stockItemId()), event);
            case Registered item -> evolve(item, event);
        };
    }

    private static Registered evolve(Registered before, StockEvent event) {
        Registered item = before.moved(event);
        return switch (event) {
            case StockItemRegistered _,
                    StockReceived _,
                    StockAdjusted _,
                    StockCounted _,
                    StockMovedToBucket _,
                    StockRestoredFromBucket _,
                    StockWrittenOff _,
                    ReservationEvent _,
                    ReorderPointReached _ ->
                    item;
            case ReorderPolicySet e -> item.with(StockPolicy.of(e));
            case StockRanOut _ -> item.withRanOut(true);
            case StockReplenished _ -> item.withRanOut(false);
            case StockRestocked e -> item.with(e);
            case TransferDispatched e -> item.with(Transfer.of(e));
            case TransferAnnounced e -> item.with(Transfer.of(e));
            case TransferReceived e ->
                    item.with(
                            item.transfer(e.transferId())
                                    .ended(e.announced() - e.received(), null));
            case TransferConfirmed e -> item.with(item.transfer(e.transferId()).confirmed(e));
            case TransferDiscrepancyResolved e ->
                    item.with(item.transfer(e.transferId()).ended(e.missing(), e.resolution()));
        };
    }
}
