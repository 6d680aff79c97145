package io.daybook.domain.order;

import io.daybook.domain.shared.HoldId;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ShipmentId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why an order refuses to move forward, or news of it. */
public sealed interface FulfilmentRejection extends OrderRejection {

    /** Invariant 1 of orders: never more shipped than ordered. */
    record ExceedsOrdered(LineId lineId, long requested, int open) implements FulfilmentRejection {
        @Override
        public String code() {
            return "exceeds-ordered";
        }

        @Override
        public String detail() {
            return "%d units of line %s were to be shipped, %d are open."
                    .formatted(requested, lineId, open);
        }
    }

    record OtherLocation(LineId lineId, Location reservedAt) implements FulfilmentRejection {
        @Override
        public String code() {
            return "other-location";
        }

        @Override
        public String detail() {
            return "Line %s is reserved at location %s.".formatted(lineId, reservedAt);
        }
    }

    /** A line whose units are reserved at several locations ships from each what is there. */
    record ExceedsReserved(LineId lineId, Location location, long requested, int reserved)
            implements FulfilmentRejection {
        @Override
        public String code() {
            return "exceeds-reserved";
        }

        @Override
        public String detail() {
            return "%d units of line %s were to be shipped from location %s, %d are reserved there."
                    .formatted(requested, lineId, location, reserved);
        }
    }

    /** Either every unit of a line is named, or none. */
    record SerialsDoNotMatch(LineId lineId, long serials, long quantity)
            implements FulfilmentRejection {
        @Override
        public String code() {
            return "serials-do-not-match";
        }

        @Override
        public String detail() {
            return "%d different serials were named for %d units of line %s."
                    .formatted(serials, quantity, lineId);
        }
    }

    /** A serial is at one place, and the units that are to leave are at several. */
    record LocationRequired(LineId lineId) implements FulfilmentRejection {
        @Override
        public String code() {
            return "location-required";
        }

        @Override
        public String detail() {
            return "Units of line %s are reserved at several locations; tell from which the serials leave."
                    .formatted(lineId);
        }
    }

    record UnknownShipment(ShipmentId shipmentId) implements FulfilmentRejection {
        @Override
        public String code() {
            return "unknown-shipment";
        }

        @Override
        public String detail() {
            return "The order has no shipment with this id.";
        }
    }

    record AlreadyDelivered(ShipmentId shipmentId) implements FulfilmentRejection {
        @Override
        public String code() {
            return "already-delivered";
        }

        @Override
        public String detail() {
            return "The shipment has arrived.";
        }
    }

    record AllocationDiffers(LineId lineId, int allocated, int ordered)
            implements FulfilmentRejection {
        @Override
        public String code() {
            return "allocation-differs";
        }

        @Override
        public String detail() {
            return "%d units of line %s were reserved, %d are ordered."
                    .formatted(allocated, lineId, ordered);
        }
    }

    /** News of an attempt to allocate that another one has followed. */
    record AllocationSuperseded(int attempt) implements FulfilmentRejection {
        @Override
        public String code() {
            return "allocation-superseded";
        }

        @Override
        public String detail() {
            return "The order is at attempt %d to allocate its lines.".formatted(attempt);
        }
    }

    record StockNotSecured(OrderId orderId) implements FulfilmentRejection {
        @Override
        public String code() {
            return "stock-not-secured";
        }

        @Override
        public String detail() {
            return "The stock of the order is being secured; try again in a moment.";
        }
    }

    /** A deadline was told too early. */
    record NotDue(@Nullable Instant expiresAt) implements FulfilmentRejection {
        @Override
        public String code() {
            return "not-due";
        }

        @Override
        public String detail() {
            return expiresAt == null
                    ? "The order does not expire."
                    : "The order expires at %s.".formatted(expiresAt);
        }
    }

    /** Invariant of holds: an order with any open hold does not move forward. */
    record OnHold(String reasons) implements FulfilmentRejection {

        static OnHold of(List<OrderState.Hold> holds) {
            return new OnHold(
                    holds.stream()
                            .map(OrderState.Hold::reason)
                            .distinct()
                            .collect(Collectors.joining("; ")));
        }

        @Override
        public String code() {
            return "order-on-hold";
        }

        @Override
        public String detail() {
            return "The order is on hold: %s.".formatted(reasons);
        }
    }

    record UnknownHold(HoldId holdId) implements FulfilmentRejection {
        @Override
        public String code() {
            return "unknown-hold";
        }

        @Override
        public String detail() {
            return "The order has no hold with this id.";
        }
    }
}
