package io.daybook.domain.inventory;

import static io.daybook.domain.shared.Decision.accepted;

import io.daybook.domain.inventory.StockState.Registered;
import io.daybook.domain.shared.Decision;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Units that are not to be sold, and units that are gone. */
final class BucketRules {

    private BucketRules() {}

    static Decision<StockEvent, StockRejection> move(MoveToBucket command, Registered item) {
        return ShelfRules.goingOut(item, command.quantity(), command.lot())
                .<Decision<StockEvent, StockRejection>>map(Decision::refused)
                .orElseGet(() ->
                        accepted(
                                new StockMovedToBucket(
                                        item.id(),
                                        command.bucket(),
                                        command.quantity(),
                                        command.reason(),
                                        command.lot())));
    }

    static Decision<StockEvent, StockRejection> restore(
            RestoreFromBucket command, Registered item) {
        return leaving(item, command.bucket(), command.quantity(), command.lot())
                .<Decision<StockEvent, StockRejection>>map(Decision::refused)
                .orElseGet(() ->
                        accepted(
                                new StockRestoredFromBucket(
                                        item.id(),
                                        command.bucket(),
                                        command.quantity(),
                                        command.reason(),
                                        command.lot())));
    }

    static Decision<StockEvent, StockRejection> writeOff(WriteOffStock command, Registered item) {
        Bucket bucket = command.bucket();
        Optional<StockRejection> broken =
                bucket == null
                        ? ShelfRules.goingOut(item, command.quantity(), command.lot())
                        : leaving(item, bucket, command.quantity(), command.lot());
        return broken.or(() -> item.serials().goingOut(command.serials(), command.quantity()))
                .<Decision<StockEvent, StockRejection>>map(Decision::refused)
                .orElseGet(() ->
                        accepted(
                                new StockWrittenOff(
                                        item.id(),
                                        command.quantity(),
                                        bucket,
                                        command.reason(),
                                        command.lot(),
                                        command.serials())));
    }

    /** Nothing when the bucket holds so many units, of that lot or of none. */
    private static Optional<StockRejection> leaving(
            Registered item, Bucket bucket, int quantity, @Nullable LotNumber lot) {
        long ofLots = item.lots().all().stream().mapToLong(each -> bucket.of(each.level())).sum();
        long held =
                lot == null
                        ? bucket.of(item.level()) - ofLots
                        : item.lots().find(lot).map(each -> bucket.of(each.level())).orElse(0L);
        if (quantity <= held) {
            return Optional.empty();
        }
        return lot == null && ofLots > 0
                ? Optional.of(new LotRejection.LotRequired(quantity, held))
                : Optional.of(new StockRejection.ExceedsBucket(bucket, quantity, held));
    }
}
