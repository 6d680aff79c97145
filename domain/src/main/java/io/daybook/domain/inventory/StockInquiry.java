package io.daybook.domain.inventory;

import io.daybook.domain.inventory.StockExplanation.Available;
import io.daybook.domain.inventory.StockExplanation.Figure;
import io.daybook.domain.inventory.StockExplanation.OpenReservation;
import io.daybook.domain.inventory.StockExplanation.Promised;
import io.daybook.domain.inventory.StockExplanation.Share;
import io.daybook.domain.inventory.StockExplanation.Source;
import io.daybook.domain.shared.StockItemId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Adds up the events of a stock item, one after the other, to what explains its numbers. */
public final class StockInquiry {

    /** How many events of a kind are named; all of them are counted. */
    private static final int NAMED = 100;

    private final StockItemId id;
    private final Map<MovementType, Sum> onHand = new EnumMap<>(MovementType.class);
    private final Map<Bucket, Map<MovementType, Sum>> buckets = new EnumMap<>(Bucket.class);
    private final Map<String, Sum> promises = new LinkedHashMap<>();
    private final Sum safety = new Sum();
    private StockLedger ledger = StockLedger.EMPTY;

    public StockInquiry(StockItemId id) {
        this.id = id;
        for (Bucket bucket : Bucket.values()) {
            buckets.put(bucket, new EnumMap<>(MovementType.class));
        }
    }

    /** Events that contribute to one number in one way. */
    private static final class Sum {

        private long value;
        private long events;
        private final Deque<Source> newest = new ArrayDeque<>();

        void add(Source source) {
            value += source.quantity();
            events++;
            newest.addLast(source);
            if (newest.size() > NAMED) {
                newest.removeFirst();
            }
        }

        Share share(@Nullable MovementType type) {
            return new Share(type, value, events, List.copyOf(newest));
        }
    }

    public StockInquiry with(StockEvent event, long position, Instant recordedAt) {
        int limit = ledger.safetyStock();
        ledger = ledger.after(event);
        String name = event.getClass().getSimpleName();
        if (event instanceof ReorderPolicySet policy && policy.safetyStock() != limit) {
            safety.add(
                    new Source(
                            position,
                            ledger.version(),
                            recordedAt,
                            name,
                            policy.safetyStock() - limit,
                            null,
                            null));
        }
        event.movement()
                .ifPresent(movement ->
                        moved(
                                movement,
                                quantity ->
                                        new Source(
                                                position,
                                                ledger.version(),
                                                recordedAt,
                                                name,
                                                quantity,
                                                movement.cause(),
                                                movement.reason())));
        return this;
    }

    private void moved(Movement movement, LongFunction<Source> source) {
        StockLevel change = movement.change();
        add(onHand, movement.type(), change.onHand(), source);
        for (Bucket bucket : Bucket.values()) {
            add(
                    Objects.requireNonNull(buckets.get(bucket)),
                    movement.type(),
                    bucket.of(change),
                    source);
        }
        if (change.reserved() != 0) {
            promised(String.valueOf(movement.cause()), source.apply(change.reserved()));
        }
    }

    private static void add(
            Map<MovementType, Sum> sums,
            MovementType type,
            long quantity,
            LongFunction<Source> source) {
        if (quantity != 0) {
            sums.computeIfAbsent(type, _ -> new Sum()).add(source.apply(quantity));
        }
    }

    /** Forgets what has ended: it explains nothing any more. */
    private void promised(String reservation, Source source) {
        Sum sum = promises.computeIfAbsent(reservation, _ -> new Sum());
        sum.add(source);
        if (sum.value == 0) {
            promises.remove(reservation);
        }
    }

    /** Empty before the first event. */
    public Optional<StockExplanation> explanation() {
        return ledger.version() == 0 ? Optional.empty() : Optional.of(explained());
    }

    private StockExplanation explained() {
        StockLevel level = ledger.level();
        var held = new HashMap<String, Figure>();
        held.put("safety", new Figure(safety.value, List.of(safety.share(null))));
        buckets.forEach((bucket, sums) ->
                held.put(bucket.label(), new Figure(bucket.of(level), shares(sums))));
        return new StockExplanation(
                id.sku(),
                id.location(),
                ledger.version(),
                new Figure(level.onHand(), shares(onHand)),
                new Promised(level.reserved(), promises.size(), open()),
                new Available(
                        level.unpromised() - ledger.safetyStock(),
                        level.onHand(),
                        level.reserved(),
                        level.damaged(),
                        level.quarantine(),
                        ledger.safetyStock()),
                held);
    }

    private List<OpenReservation> open() {
        return promises.entrySet().stream()
                .skip(Math.max(0, promises.size() - NAMED))
                .map(each ->
                        new OpenReservation(
                                each.getKey(),
                                each.getValue().value,
                                List.copyOf(each.getValue().newest)))
                .toList();
    }

    private static List<Share> shares(Map<MovementType, Sum> sums) {
        return sums.entrySet().stream().map(each -> each.getValue().share(each.getKey())).toList();
    }
}
