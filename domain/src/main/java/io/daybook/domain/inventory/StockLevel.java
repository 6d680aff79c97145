package io.daybook.domain.inventory;

/**
 * How many units there are and how they stand; also the difference between two such levels.
 *
 * @param onHand units in the building, buckets included
 * @param reserved units promised and not shipped
 */
public record StockLevel(long onHand, long reserved, long damaged, long quarantine) {

    static final StockLevel NOTHING = new StockLevel(0, 0, 0, 0);

    static StockLevel onHand(long quantity) {
        return new StockLevel(quantity, 0, 0, 0);
    }

    static StockLevel reserved(long quantity) {
        return new StockLevel(0, quantity, 0, 0);
    }

    public StockLevel plus(StockLevel change) {
        return new StockLevel(
                onHand + change.onHand,
                reserved + change.reserved,
                damaged + change.damaged,
                quarantine + change.quarantine);
    }

    /** Units in the building that are fit to be sold, promised ones included. */
    public long sellable() {
        return onHand - damaged - quarantine;
    }

    /** Units that are fit to be sold and promised to nobody; safety stock is among them. */
    public long unpromised() {
        return sellable() - reserved;
    }
}
