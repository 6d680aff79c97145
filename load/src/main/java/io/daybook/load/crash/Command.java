package io.daybook.load.crash;

/**
 * A command as it is sent, under one key until it is answered.
 *
 * @param key also its request id, by which its events are found in the log
 * @param subject the SKU or the order that it is about; empty for a new order
 */
record Command(String key, Kind kind, String path, String body, String subject, int quantity) {

    /** What it does, and the one event that says so. */
    enum Kind {
        RECEIVE("StockReceived"),
        RESERVE("StockReserved"),
        RELEASE("ReservationReleased"),
        PLACE("OrderPlaced"),
        CANCEL("OrderCancellationRequested"),
        SHIP("LinesShipped");

        private final String event;

        Kind(String event) {
            this.event = event;
        }

        String event() {
            return event;
        }
    }
}
