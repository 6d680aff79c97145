package io.daybook.domain.inventory;

import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.TransferId;

/** Why a stock item refuses what is asked of a transfer. */
public sealed interface TransferRejection extends StockRejection {

    record SameLocation(Location location) implements TransferRejection {
        @Override
        public String code() {
            return "same-location";
        }

        @Override
        public String detail() {
            return "The units are at location %s already.".formatted(location);
        }
    }

    record UnknownTransfer(TransferId transferId) implements TransferRejection {
        @Override
        public String code() {
            return "unknown-transfer";
        }

        @Override
        public String detail() {
            return "There is no transfer with this id here.";
        }
    }

    /** The same transfer id was used for something else. */
    record TransferDiffers(TransferId transferId) implements TransferRejection {
        @Override
        public String code() {
            return "transfer-differs";
        }

        @Override
        public String detail() {
            return "The transfer exists with other content.";
        }
    }

    /**
     * Sent from here: it is received where it went to, and resolved here; or the other way round.
     */
    record WrongEndOfTransfer(Location other) implements TransferRejection {
        @Override
        public String code() {
            return "wrong-end-of-transfer";
        }

        @Override
        public String detail() {
            return "That is done at location %s.".formatted(other);
        }
    }

    /** A transfer is received once, and resolved once when there is a difference. */
    record TransferNotOpen(String stage) implements TransferRejection {
        @Override
        public String code() {
            return "transfer-not-open";
        }

        @Override
        public String detail() {
            return "The transfer is %s.".formatted(stage);
        }
    }
}
