package io.daybook.domain.inventory;

import io.daybook.domain.message.Rejection;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.StockItemId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Why a stock item refuses a command. */
public sealed interface StockRejection extends Rejection
        permits LotRejection,
                TransferRejection,
                StockRejection.UnknownStockItem,
                StockRejection.InsufficientStock,
                StockRejection.PromisedStock,
                StockRejection.NegativeStock,
                StockRejection.QuantityTooLarge,
                StockRejection.CountOutdated,
                StockRejection.UnknownReservation,
                StockRejection.ReservationEnded,
                StockRejection.ExceedsReservation,
                StockRejection.ReservationDiffers,
                StockRejection.NotDue,
                StockRejection.NotAnExtension,
                StockRejection.Backordered,
                StockRejection.ExceedsBucket,
                StockRejection.RestockDiffers {

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

    /** A deadline rang too early. */
    record NotDue(@Nullable Instant expiresAt) implements StockRejection {
        @Override
        public String code() {
            return "not-due";
        }

        @Override
        public String detail() {
            return "The reservation does not end before %s."
                    .formatted(expiresAt == null ? "it is released or committed" : expiresAt);
        }
    }

    /** The new end of a reservation is not later than the present one. */
    record NotAnExtension(@Nullable Instant expiresAt, Instant requested)
            implements StockRejection {
        @Override
        public String code() {
            return "not-an-extension";
        }

        @Override
        public String detail() {
            return "The reservation holds until %s, which is not before %s."
                    .formatted(
                            expiresAt == null ? "it is released or committed" : expiresAt,
                            requested);
        }
    }

    /** Units that were promised before they were there cannot be shipped before they are there. */
    record Backordered(int open, int backordered, @Nullable LocalDate promisedOn)
            implements StockRejection {
        @Override
        public String code() {
            return "backordered";
        }

        @Override
        public String detail() {
            return "%d of the %d open units are not there yet%s."
                    .formatted(
                            backordered,
                            open,
                            promisedOn == null ? "" : "; they are promised for " + promisedOn);
        }
    }

    record ExceedsBucket(Bucket bucket, long requested, long held) implements StockRejection {
        @Override
        public String code() {
            return "exceeds-bucket";
        }

        @Override
        public String detail() {
            return "%d units of bucket %s were asked for, it holds %d."
                    .formatted(requested, bucket.label(), held);
        }
    }

    /** The same key was used for another restocking. */
    record RestockDiffers(String key, int restocked) implements StockRejection {
        @Override
        public String code() {
            return "restock-differs";
        }

        @Override
        public String detail() {
            return "%d units were restocked with this key, otherwise than asked for now."
                    .formatted(restocked);
        }
    }
}
