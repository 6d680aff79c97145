package io.daybook.domain.inventory;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.Sku;
import io.daybook.domain.shared.StockItemId;
import io.daybook.domain.shared.TransferId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A stock item as callers see it, folded from its events; the read model and time travel use this
 * same fold.
 *
 * @param buckets units on hand that are not sellable, by name
 * @param backordered units that are promised and not there yet
 * @param incoming units on their way here from other locations
 * @param lots the lots that units are left of, those that expire first in front
 * @param transfers those that are not ended, on either end
 * @param version the number of events behind this view
 */
public record StockItemView(
        Sku sku,
        Location location,
        long onHand,
        long reserved,
        long available,
        @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES) Map<String, Long> buckets,
        int backorderLimit,
        @Nullable Integer backorderDays,
        int reorderPoint,
        int safetyStock,
        long backordered,
        long incoming,
        List<Lot> lots,
        List<Transfer> transfers,
        long version,
        Instant updatedAt) {

    public StockItemView {
        buckets = Map.copyOf(buckets);
        // Documents that were stored before there were any lack them.
        lots = lots == null ? List.of() : List.copyOf(lots);
        transfers = transfers == null ? List.of() : List.copyOf(transfers);
    }

    private static StockItemView empty(StockItemId id, Instant recordedAt) {
        return new StockItemView(
                id.sku(),
                id.location(),
                0,
                0,
                0,
                Map.of(),
                0,
                null,
                0,
                0,
                0,
                0,
                List.of(),
                List.of(),
                0,
                recordedAt);
    }

    /** Applies one event; {@code before} is {@code null} for the first. */
    public static StockItemView evolve(
            @Nullable StockItemView before, StockEvent event, Instant recordedAt) {
        var first = before == null ? empty(event.stockItemId(), recordedAt) : before;
        var item = first.moved(event, recordedAt);
        return switch (event) {
            case StockItemRegistered _,
                    StockReceived _,
                    StockAdjusted _,
                    StockCounted _,
                    StockMovedToBucket _,
                    StockRestoredFromBucket _,
                    StockWrittenOff _,
                    StockRestocked _,
                    ReservationExtended _,
                    ReservationCommitted _,
                    ReservationCommittedLate _,
                    ReorderPointReached _,
                    StockRanOut _,
                    StockReplenished _ ->
                    item;
            case StockReserved e -> item.backordered(units(e.backordered()));
            case ReservationReleased e -> item.backordered(-units(e.backordered()));
            case ReservationReduced e -> item.backordered(-units(e.backordered()));
            case ReservationExpired e -> item.backordered(-units(e.backordered()));
            case BackordersFilled e ->
                    item.backordered(-e.fills().stream().mapToLong(BackorderFill::quantity).sum());
            case ReorderPolicySet e -> item.with(StockPolicy.of(e));
            case TransferDispatched e -> item.with(Transfer.of(e));
            case TransferAnnounced e -> item.with(Transfer.of(e));
            case TransferReceived e -> item.without(e.transferId());
            case TransferConfirmed e -> item.confirmed(e);
            case TransferDiscrepancyResolved e -> item.without(e.transferId());
        };
    }

    private static long units(@Nullable Integer units) {
        return units == null ? 0 : units;
    }

    private StockLevel level() {
        return new StockLevel(
                onHand,
                reserved,
                buckets.getOrDefault(Bucket.DAMAGED.label(), 0L),
                buckets.getOrDefault(Bucket.QUARANTINE.label(), 0L));
    }

    private StockPolicy policy() {
        return new StockPolicy(reorderPoint, safetyStock, backorderLimit, backorderDays);
    }

    /** What every event says of itself. */
    private StockItemView moved(StockEvent event, Instant recordedAt) {
        var level = level();
        return with(
                event.movement().map(each -> level.plus(each.change())).orElse(level),
                policy(),
                backordered,
                event.lotChanges().isEmpty() ? lots : new Lots(lots).after(event).all(),
                transfers,
                version + 1,
                recordedAt);
    }

    private StockItemView backordered(long change) {
        return change == 0
                ? this
                : with(
                        level(),
                        policy(),
                        backordered + change,
                        lots,
                        transfers,
                        version,
                        updatedAt);
    }

    private StockItemView with(StockPolicy policy) {
        return with(level(), policy, backordered, lots, transfers, version, updatedAt);
    }

    private StockItemView with(Transfer transfer) {
        return with(Stream.concat(transfers.stream(), Stream.of(transfer)));
    }

    private StockItemView without(TransferId id) {
        return with(transfers.stream().filter(each -> !each.transferId().equals(id)));
    }

    private StockItemView confirmed(TransferConfirmed event) {
        return with(
                transfers.stream()
                        .map(each ->
                                each.transferId().equals(event.transferId())
                                        ? each.confirmed(event)
                                        : each)
                        .filter(each -> each.stage() != Transfer.Stage.ENDED));
    }

    private StockItemView with(Stream<Transfer> changed) {
        return with(level(), policy(), backordered, lots, changed.toList(), version, updatedAt);
    }

    private StockItemView with(
            StockLevel level,
            StockPolicy policy,
            long units,
            List<Lot> ofLots,
            List<Transfer> open,
            long newVersion,
            Instant recordedAt) {
        return new StockItemView(
                sku,
                location,
                level.onHand(),
                level.reserved(),
                policy.available(level),
                StockBalance.buckets(level, policy.safetyStock()),
                policy.backorderLimit(),
                policy.backorderDays(),
                policy.reorderPoint(),
                policy.safetyStock(),
                units,
                open.stream()
                        .filter(each -> each.direction() == Transfer.Direction.IN)
                        .mapToLong(Transfer::quantity)
                        .sum(),
                ofLots,
                open,
                newVersion,
                recordedAt);
    }
}
