package io.daybook.domain.inventory;

import java.time.Instant;
import java.util.Optional;

/**
 * Where the ledger of a stock item stands: enough to go on with the next event.
 *
 * @param version the number of events so far
 */
public record StockLedger(long version, StockLevel level, int safetyStock) {

    public static final StockLedger EMPTY = new StockLedger(0, StockLevel.NOTHING, 0);

    public StockLedger after(StockEvent event) {
        return new StockLedger(
                version + 1,
                event.movement().map(each -> level.plus(each.change())).orElse(level),
                event instanceof ReorderPolicySet policy ? policy.safetyStock() : safetyStock);
    }

    /** The entry of the event that led here; empty when it moved nothing. */
    public Optional<StockMovement> entry(StockEvent event, long position, Instant recordedAt) {
        return event.movement()
                .map(each ->
                        new StockMovement(
                                position,
                                version,
                                recordedAt,
                                each.type(),
                                each.quantity(),
                                each.change(),
                                each.cause(),
                                each.reason(),
                                event.lotChanges().stream().map(LotChange::lot).toList(),
                                event.serialMove().serials(),
                                StockBalance.of(level, safetyStock)));
    }

    /** As text, for a cursor. */
    public String text() {
        return "%d:%d:%d:%d:%d"
                .formatted(
                        level.onHand(),
                        level.reserved(),
                        level.damaged(),
                        level.quarantine(),
                        safetyStock);
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException when the text is of another form
     */
    public static StockLedger parse(String version, String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 5) {
            throw new IllegalArgumentException("not a place in a ledger");
        }
        return new StockLedger(
                Long.parseLong(version),
                new StockLevel(
                        Long.parseLong(parts[0]),
                        Long.parseLong(parts[1]),
                        Long.parseLong(parts[2]),
                        Long.parseLong(parts[3])),
                Integer.parseInt(parts[4]));
    }
}
