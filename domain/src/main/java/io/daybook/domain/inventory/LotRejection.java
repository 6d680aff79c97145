package io.daybook.domain.inventory;

import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.TransferId;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why units of a lot, or single units, cannot be moved. */
public sealed interface LotRejection extends StockRejection {

    record UnknownLot(LotNumber lot) implements LotRejection {
        @Override
        public String code() {
            return "unknown-lot";
        }

        @Override
        public String detail() {
            return "There is nothing of lot %s here.".formatted(lot);
        }
    }

    /** The lot is known with another day of expiry. */
    record LotDiffers(LotNumber lot, @Nullable LocalDate expiresOn) implements LotRejection {
        @Override
        public String code() {
            return "lot-differs";
        }

        @Override
        public String detail() {
            return "Lot %s is known here and %s."
                    .formatted(
                            lot, expiresOn == null ? "does not expire" : "expires on " + expiresOn);
        }
    }

    /** Invariant 5 of inventory: a lot never goes negative. */
    record ExceedsLot(LotNumber lot, long requested, long left) implements LotRejection {
        @Override
        public String code() {
            return "exceeds-lot";
        }

        @Override
        public String detail() {
            return "%d units of lot %s were asked for, %d are left and unpromised."
                    .formatted(requested, lot, left);
        }
    }

    /** The item has lots, and there are not enough units without one. */
    record LotRequired(long requested, long withoutLot) implements LotRejection {
        @Override
        public String code() {
            return "lot-required";
        }

        @Override
        public String detail() {
            return "%d units were asked for, only %d are of no lot: say which lot."
                    .formatted(requested, withoutLot);
        }
    }

    /** Invariant 5 of inventory: a serial is in one place. */
    record SerialInStock(SerialNumber serial) implements LotRejection {
        @Override
        public String code() {
            return "serial-in-stock";
        }

        @Override
        public String detail() {
            return "Serial %s is in stock here already.".formatted(serial);
        }
    }

    record SerialNotInStock(SerialNumber serial, @Nullable SerialPlace place)
            implements LotRejection {
        @Override
        public String code() {
            return "serial-not-in-stock";
        }

        @Override
        public String detail() {
            return "Serial %s is not in stock here%s."
                    .formatted(
                            serial,
                            place == null
                                    ? ""
                                    : " but "
                                            + place.name()
                                                    .toLowerCase(Locale.ROOT)
                                                    .replace('_', ' '));
        }
    }

    /** Either no serial is named or as many different ones as there are units. */
    record SerialsDoNotMatch(long serials, long quantity) implements LotRejection {
        @Override
        public String code() {
            return "serials-do-not-match";
        }

        @Override
        public String detail() {
            return "%d different serials were named for %d units.".formatted(serials, quantity);
        }
    }

    /** Invariant 5 of inventory: a serial is in one place, also over locations. */
    record SerialElsewhere(SerialNumber serial, Location location) implements LotRejection {
        @Override
        public String code() {
            return "serial-elsewhere";
        }

        @Override
        public String detail() {
            return "Serial %s is in the stock of location %s.".formatted(serial, location);
        }
    }

    /** Invariant 5 of inventory: a serial is in one place, also while it is on its way. */
    record SerialInTransit(SerialNumber serial, Location to, TransferId transferId)
            implements LotRejection {
        @Override
        public String code() {
            return "serial-in-transit";
        }

        @Override
        public String detail() {
            return "Serial %s is on its way to location %s: receive transfer %s there."
                    .formatted(serial, to, transferId);
        }
    }
}
