package io.daybook.domain.order;

import io.daybook.domain.message.Rejection;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ShipmentId;

/** Why an order refuses a command. */
public sealed interface OrderRejection extends Rejection {

    record UnknownOrder(OrderId orderId) implements OrderRejection {
        @Override
        public String code() {
            return "not-found";
        }

        @Override
        public String detail() {
            return "There is no order with this id.";
        }
    }

    /** The same order id was used for another order. */
    record AlreadyPlaced(OrderId orderId) implements OrderRejection {
        @Override
        public String code() {
            return "order-already-placed";
        }

        @Override
        public String detail() {
            return "An order with this id was already placed.";
        }
    }

    /** Invariant 5 of orders: a command in the wrong state is refused, never ignored. */
    record WrongStatus(String command, OrderStatus status) implements OrderRejection {
        @Override
        public String code() {
            return "wrong-order-status";
        }

        @Override
        public String detail() {
            return "%s is not possible while the order is %s.".formatted(command, status);
        }
    }

    /** A line costs less than nothing after its discount. */
    record DiscountTooLarge(LineId lineId) implements OrderRejection {
        @Override
        public String code() {
            return "discount-too-large";
        }

        @Override
        public String detail() {
            return "The discount of line %s is larger than the line.".formatted(lineId);
        }
    }

    record UnknownLine(LineId lineId) implements OrderRejection {
        @Override
        public String code() {
            return "unknown-line";
        }

        @Override
        public String detail() {
            return "The order has no line %s.".formatted(lineId);
        }
    }

    /** Invariant 1 of orders: never more shipped than ordered. */
    record ExceedsOrdered(LineId lineId, long requested, int open) implements OrderRejection {
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

    record OtherLocation(LineId lineId, Location reservedAt) implements OrderRejection {
        @Override
        public String code() {
            return "other-location";
        }

        @Override
        public String detail() {
            return "Line %s is reserved at location %s.".formatted(lineId, reservedAt);
        }
    }

    record UnknownShipment(ShipmentId shipmentId) implements OrderRejection {
        @Override
        public String code() {
            return "unknown-shipment";
        }

        @Override
        public String detail() {
            return "The order has no shipment with this id.";
        }
    }
}
