package io.daybook.domain.inventory;

import static io.daybook.domain.shared.Decision.accepted;
import static io.daybook.domain.shared.Decision.nothingToDo;
import static io.daybook.domain.shared.Decision.refused;

import io.daybook.domain.inventory.StockState.Registered;
import io.daybook.domain.shared.Decision;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What comes in, corrections of what is there, and the limits. */
final class ShelfRules {

    /** Keeps sums of quantities far away from the range of the types that hold them. */
    private static final long MOST_ON_HAND = 1_000_000_000L;

    private ShelfRules() {}

    static Decision<StockEvent, StockRejection> receive(ReceiveStock command, Registered item) {
        return comingIn(
                        item,
                        command.quantity(),
                        command.lot(),
                        command.expiresOn(),
                        command.serials())
                .<Decision<StockEvent, StockRejection>>map(Decision::refused)
                .orElseGet(() ->
                        accepted(
                                new StockReceived(
                                        item.id(),
                                        command.quantity(),
                                        command.reference(),
                                        command.lot(),
                                        command.expiresOn(),
                                        command.serials())));
    }

    static Decision<StockEvent, StockRejection> restock(RestockReturned command, Registered item) {
        var earlier = item.restocks().get(command.key());
        LocalDate expiresOn = expiry(command, item, earlier.orElse(null));
        var event =
                new StockRestocked(
                        item.id(),
                        command.key(),
                        command.quantity(),
                        command.bucket(),
                        command.lot(),
                        expiresOn,
                        command.serials());
        if (earlier.isPresent()) {
            return earlier.get().equals(event)
                    ? nothingToDo()
                    : refused(
                            new StockRejection.RestockDiffers(
                                    command.key(), earlier.get().quantity()));
        }
        return comingIn(item, command.quantity(), command.lot(), expiresOn, command.serials())
                .<Decision<StockEvent, StockRejection>>map(Decision::refused)
                .orElseGet(() -> accepted(event));
    }

    /**
     * Who looks at returned units tells their lot; the shelf that once had it knows when it
     * expires. Of a lot that was never here nobody does.
     */
    private static @Nullable LocalDate expiry(
            RestockReturned command, Registered item, @Nullable StockRestocked earlier) {
        LotNumber lot = command.lot();
        if (command.expiresOn() != null || lot == null) {
            return command.expiresOn();
        }
        return earlier == null ? item.lots().expiry(lot).orElse(null) : earlier.expiresOn();
    }

    /** Nothing when so many units can come in. */
    static Optional<StockRejection> comingIn(
            Registered item,
            int quantity,
            @Nullable LotNumber lot,
            @Nullable LocalDate expiresOn,
            List<SerialNumber> serials) {
        long onHand = item.onHand() + quantity;
        if (onHand > MOST_ON_HAND) {
            return Optional.of(new StockRejection.QuantityTooLarge(onHand));
        }
        return Optional.ofNullable(lot)
                .flatMap(item.lots()::find)
                .filter(known -> !Objects.equals(known.expiresOn(), expiresOn))
                .<StockRejection>map(
                        known -> new LotRejection.LotDiffers(known.lot(), known.expiresOn()))
                .or(() -> item.serials().comingIn(serials, quantity));
    }

    static Decision<StockEvent, StockRejection> adjust(AdjustStock command, Registered item) {
        return corrected(
                item,
                command.delta(),
                command.lot(),
                new StockAdjusted(item.id(), command.delta(), command.reason(), command.lot()));
    }

    static Decision<StockEvent, StockRejection> count(CountStock command, Registered item) {
        LotNumber lot = command.lot();
        long known =
                lot == null ? item.onHand() : item.lots().find(lot).map(Lot::onHand).orElse(0L);
        Integer expected = command.expected();
        if (expected != null && expected != known) {
            return refused(new StockRejection.CountOutdated(expected, known));
        }
        int delta = Math.toIntExact(command.counted() - known);
        return corrected(
                item,
                delta,
                lot,
                new StockCounted(item.id(), command.counted(), delta, command.reason(), lot));
    }

    private static Decision<StockEvent, StockRejection> corrected(
            Registered item, int delta, @Nullable LotNumber lot, StockEvent event) {
        if (lot != null && item.lots().find(lot).isEmpty()) {
            return refused(new LotRejection.UnknownLot(lot));
        }
        long onHand = item.onHand() + delta;
        if (onHand > MOST_ON_HAND) {
            return refused(new StockRejection.QuantityTooLarge(onHand));
        }
        return delta >= 0
                ? accepted(event)
                : goingOut(item, -delta, lot)
                        .<Decision<StockEvent, StockRejection>>map(Decision::refused)
                        .orElseGet(() -> accepted(event));
    }

    /** Nothing when so many sellable units can be taken away without breaking a promise. */
    static Optional<StockRejection> goingOut(
            Registered item, int quantity, @Nullable LotNumber lot) {
        long sellable = item.level().sellable() - quantity;
        long available = item.available() - quantity;
        if (sellable < 0) {
            return Optional.of(new StockRejection.NegativeStock(sellable));
        }
        if (available < -item.backorderLimit()) {
            return Optional.of(new StockRejection.PromisedStock(available, item.backorderLimit()));
        }
        if (lot == null) {
            return item.lots().all().isEmpty() || item.withoutLot() >= quantity
                    ? Optional.empty()
                    : Optional.of(new LotRejection.LotRequired(quantity, item.withoutLot()));
        }
        long left = item.lots().find(lot).map(each -> each.level().unpromised()).orElse(0L);
        return left < quantity
                ? Optional.of(new LotRejection.ExceedsLot(lot, quantity, left))
                : Optional.empty();
    }

    static Decision<StockEvent, StockRejection> setPolicy(
            SetReorderPolicy command, Registered item) {
        StockPolicy before = item.policy();
        StockPolicy after = before.with(command);
        boolean tighter =
                after.safetyStock() > before.safetyStock()
                        || after.backorderLimit() < before.backorderLimit();
        long available = after.available(item.level());
        if (tighter && available < -after.backorderLimit()) {
            return refused(new StockRejection.PromisedStock(available, after.backorderLimit()));
        }
        return after.equals(before)
                ? nothingToDo()
                : accepted(
                        new ReorderPolicySet(
                                item.id(),
                                after.reorderPoint(),
                                after.safetyStock(),
                                after.backorderLimit(),
                                after.backorderDays()));
    }
}
