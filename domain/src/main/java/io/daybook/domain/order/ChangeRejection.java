package io.daybook.domain.order;

import io.daybook.domain.shared.ChangeId;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.OrderId;

/** Why an order refuses a command about a staged change. */
public sealed interface ChangeRejection extends OrderRejection {

    /** Invariant 2 of orders: at most one open change. */
    record ChangeOpen(ChangeId changeId) implements ChangeRejection {
        @Override
        public String code() {
            return "change-open";
        }

        @Override
        public String detail() {
            return "The order has an open change, %s: apply or withdraw it first."
                    .formatted(changeId);
        }
    }

    record UnknownChange(ChangeId changeId) implements ChangeRejection {
        @Override
        public String code() {
            return "unknown-change";
        }

        @Override
        public String detail() {
            return "The order has no change with this id.";
        }
    }

    record ChangeEnded(ChangeId changeId, ChangeStatus status) implements ChangeRejection {
        @Override
        public String code() {
            return "change-ended";
        }

        @Override
        public String detail() {
            return "The change is %s.".formatted(status);
        }
    }

    /** The same change id was used for another change. */
    record ChangeDiffers(ChangeId changeId) implements ChangeRejection {
        @Override
        public String code() {
            return "change-differs";
        }

        @Override
        public String detail() {
            return "A change with this id was proposed with another content.";
        }
    }

    /** Two processes never interleave. */
    record ChangeUnderway(ChangeId changeId) implements ChangeRejection {
        @Override
        public String code() {
            return "change-underway";
        }

        @Override
        public String detail() {
            return "A change is being applied; wait until it has ended, or withdraw it.";
        }
    }

    /** Invariant 2 of orders: a change is applied to the version that it was previewed on. */
    record ChangeOutdated(ChangeId changeId, long previewed, ChangePreview preview)
            implements ChangeRejection {
        @Override
        public String code() {
            return "change-outdated";
        }

        @Override
        public String detail() {
            return ("The change was previewed on version %d, the order is at version %d: the total"
                            + " would go from %s to %s, %s to be authorised and %s refunded.")
                    .formatted(
                            previewed,
                            preview.version(),
                            preview.totalBefore(),
                            preview.totalAfter(),
                            preview.toAuthorise(),
                            preview.toRefund());
        }
    }

    record NothingToChange(ChangeId changeId) implements ChangeRejection {
        @Override
        public String code() {
            return "nothing-to-change";
        }

        @Override
        public String detail() {
            return "The change leaves the order as it is.";
        }
    }

    record LineNamedTwice(LineId lineId) implements ChangeRejection {
        @Override
        public String code() {
            return "line-named-twice";
        }

        @Override
        public String detail() {
            return "The change names line %s twice.".formatted(lineId);
        }
    }

    /** A change does not undo what was shipped. */
    record BelowShipped(LineId lineId, int requested, int least) implements ChangeRejection {
        @Override
        public String code() {
            return "below-shipped";
        }

        @Override
        public String detail() {
            return "Line %s cannot have %d units, %d are shipped or cancelled."
                    .formatted(lineId, requested, least);
        }
    }

    record LineReturned(LineId lineId) implements ChangeRejection {
        @Override
        public String code() {
            return "line-is-returned";
        }

        @Override
        public String detail() {
            return "Units of line %s are being returned; its price stays.".formatted(lineId);
        }
    }

    record TotalTooLarge(OrderId orderId) implements ChangeRejection {
        @Override
        public String code() {
            return "total-too-large";
        }

        @Override
        public String detail() {
            return "The order would come to more than can be computed with.";
        }
    }
}
