package io.daybook.domain.inventory;

import static io.daybook.domain.shared.Decision.acceptedAll;
import static io.daybook.domain.shared.Decision.refused;

import io.daybook.domain.inventory.StockState.Registered;
import io.daybook.domain.inventory.StockState.Unregistered;
import io.daybook.domain.shared.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** The rules of a stock item: pure, no clock, no chance, no I/O. */
public final class StockDecider {

    private StockDecider() {}

    /** As on a day that nobody knows: nothing is promised of lots that will ever expire. */
    public static Decision<StockEvent, StockRejection> decide(
            StockCommand command, StockState state) {
        return decide(command, state, null);
    }

    /**
     * The events of a command, or why it is refused.
     *
     * @param today the day, in UTC, by which lots have expired
     */
    public static Decision<StockEvent, StockRejection> decide(
            StockCommand command, StockState state, @Nullable LocalDate today) {
        return switch (state) {
            case Unregistered _ -> first(command);
            case Registered item -> Consequences.of(item, decide(command, item), today);
        };
    }

    private static Decision<StockEvent, StockRejection> decide(
            StockCommand command, Registered item) {
        return switch (command) {
            case ReceiveStock c -> ShelfRules.receive(c, item);
            case AdjustStock c -> ShelfRules.adjust(c, item);
            case CountStock c -> ShelfRules.count(c, item);
            case MoveToBucket c -> BucketRules.move(c, item);
            case RestoreFromBucket c -> BucketRules.restore(c, item);
            case WriteOffStock c -> BucketRules.writeOff(c, item);
            case RestockReturned c -> ShelfRules.restock(c, item);
            case ReserveStock c -> ReservationRules.reserve(c, item);
            case ExtendReservation c -> ReservationRules.extend(c, item);
            case ExpireReservation c -> ReservationRules.expire(c, item);
            case ReleaseReservation c -> ReservationRules.release(c, item);
            case ReduceReservation c -> ReservationRules.reduce(c, item);
            case CommitReservation c -> CommitmentRules.commit(c, item);
            case SetReorderPolicy c -> ShelfRules.setPolicy(c, item);
            case TransferStock c -> TransferRules.dispatch(c, item);
            case AnnounceTransfer c -> TransferRules.announce(c, item);
            case ReceiveTransfer c -> TransferRules.receive(c, item);
            case ConfirmTransfer c -> TransferRules.confirm(c, item);
            case ResolveTransfer c -> TransferRules.resolve(c, item);
        };
    }

    private static Decision<StockEvent, StockRejection> first(StockCommand command) {
        return switch (command) {
            case ReceiveStock _, RestockReturned _, AnnounceTransfer _ -> registering(command);
            // A shop that never heard of the SKU has none of it: the caller asked for units, not
            // for the item.
            case ReserveStock c ->
                    refused(
                            new StockRejection.InsufficientStock(
                                    c.stockItemId(), c.quantity(), 0, 0));
            case AdjustStock _,
                    CountStock _,
                    MoveToBucket _,
                    RestoreFromBucket _,
                    WriteOffStock _,
                    ExtendReservation _,
                    ExpireReservation _,
                    ReleaseReservation _,
                    ReduceReservation _,
                    CommitReservation _,
                    SetReorderPolicy _,
                    TransferStock _,
                    ReceiveTransfer _,
                    ConfirmTransfer _,
                    ResolveTransfer _ ->
                    refused(new StockRejection.UnknownStockItem(command.stockItemId()));
        };
    }

    private static Decision<StockEvent, StockRejection> registering(StockCommand command) {
        return switch (decide(command, Registered.of(command.stockItemId()))) {
            case Decision.Accepted<StockEvent, StockRejection>(var events) -> {
                var all = new ArrayList<StockEvent>();
                all.add(new StockItemRegistered(command.stockItemId()));
                all.addAll(events);
                yield acceptedAll(all);
            }
            case Decision.Refused<StockEvent, StockRejection> no -> no;
        };
    }
}
