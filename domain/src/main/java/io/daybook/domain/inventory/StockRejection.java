package io.daybook.domain.inventory;

import io.daybook.domain.message.Rejection;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.StockItemId;

/** Why a stock item refuses a command. */
public sealed interface StockRejection extends Rejection {

    record UnknownStockItem(StockItemId stockItemId) implements StockRejection {
        @Override
        public String code() {
            return "not-found";
        }

        @Override
        public String detail() {
            return "SKU %s is not kept at location %s."
                    .formatted(stockItemId.sku(), stockItemId.location());
        }
    }

    /** Invariant 2 of inventory: available never goes below the negative backorder limit. */
    record InsufficientStock(
            StockItemId stockItemId, long requested, long available, int backorderLimit)
            implements StockRejection {
        @Override
        public String code() {
            return "insufficient-stock";
        }

        @Override
        public String detail() {
            return "%d of SKU %s were requested at location %s, %d are available%s."
                    .formatted(
                            requested,
                            stockItemId.sku(),
                            stockItemId.location(),
                            available,
                            backorderLimit > 0
                                    ? " and %d may be backordered".formatted(backorderLimit)
                                    : "");
        }
    }

    /** A correction would leave promised units without stock behind them. */
    record PromisedStock(long available, int backorderLimit) implements StockRejection {
        @Override
        public String code() {
            return "stock-is-promised";
        }

        @Override
        public String detail() {
            return "Available would become %d, below the limit of %d: release reservations first."
                    .formatted(available, -backorderLimit);
        }
    }

    record NegativeStock(long onHand) implements StockRejection {
        @Override
        public String code() {
            return "negative-stock";
        }

        @Override
        public String detail() {
            return "The quantity on hand would become %d.".formatted(onHand);
        }
    }

    record QuantityTooLarge(long onHand) implements StockRejection {
        @Override
        public String code() {
            return "quantity-too-large";
        }

        @Override
        public String detail() {
            return "The quantity on hand would become %d; one item holds at most 1000000000."
                    .formatted(onHand);
        }
    }

    record CountOutdated(long expected, long onHand) implements StockRejection {
        @Override
        public String code() {
            return "count-outdated";
        }

        @Override
        public String detail() {
            return "The count expected %d on hand, there are %d: count again."
                    .formatted(expected, onHand);
        }
    }

    record UnknownReservation(ReservationId reservationId) implements StockRejection {
        @Override
        public String code() {
            return "unknown-reservation";
        }

        @Override
        public String detail() {
            return "There is no reservation with this id.";
        }
    }

    /** Invariant 3 of inventory: a reservation ends exactly once. */
    record ReservationEnded(ReservationId reservationId, String how) implements StockRejection {
        @Override
        public String code() {
            return "reservation-ended";
        }

        @Override
        public String detail() {
            return "The reservation was already %s.".formatted(how);
        }
    }

    record ExceedsReservation(int requested, int open) implements StockRejection {
        @Override
        public String code() {
            return "exceeds-reservation";
        }

        @Override
        public String detail() {
            return "The request is for %d units of the reservation, %d are open."
                    .formatted(requested, open);
        }
    }

    /** The same reservation id was used for another quantity. */
    record ReservationDiffers(int reserved, int requested) implements StockRejection {
        @Override
        public String code() {
            return "reservation-differs";
        }

        @Override
        public String detail() {
            return "The reservation exists with quantity %d, not %d."
                    .formatted(reserved, requested);
        }
    }
}
