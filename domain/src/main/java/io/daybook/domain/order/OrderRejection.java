package io.daybook.domain.order;

import io.daybook.domain.message.Rejection;
import io.daybook.domain.shared.HoldId;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Location;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReturnId;
import io.daybook.domain.shared.ShipmentId;
import java.util.List;
import java.util.stream.Collectors;

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

    record AlreadyDelivered(ShipmentId shipmentId) implements OrderRejection {
        @Override
        public String code() {
            return "already-delivered";
        }

        @Override
        public String detail() {
            return "The shipment has arrived.";
        }
    }

    /** Invariant of holds: an order with any open hold does not move forward. */
    record OnHold(String reasons) implements OrderRejection {

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

    record UnknownHold(HoldId holdId) implements OrderRejection {
        @Override
        public String code() {
            return "unknown-hold";
        }

        @Override
        public String detail() {
            return "The order has no hold with this id.";
        }
    }

    record UnknownReturn(ReturnId returnId) implements OrderRejection {
        @Override
        public String code() {
            return "unknown-return";
        }

        @Override
        public String detail() {
            return "The order has no return with this id.";
        }
    }

    /** The same return id was used for another return. */
    record ReturnDiffers(ReturnId returnId) implements OrderRejection {
        @Override
        public String code() {
            return "return-differs";
        }

        @Override
        public String detail() {
            return "A return with this id was opened for other lines.";
        }
    }

    record ReturnEnded(ReturnId returnId) implements OrderRejection {
        @Override
        public String code() {
            return "return-ended";
        }

        @Override
        public String detail() {
            return "The return is over.";
        }
    }

    /** Over all returns, exchanges and claims of a line, never more than was shipped. */
    record ExceedsReturnable(LineId lineId, long requested, int returnable)
            implements OrderRejection {
        @Override
        public String code() {
            return "exceeds-returnable";
        }

        @Override
        public String detail() {
            return "%d units of line %s were to be returned, %d can be."
                    .formatted(requested, lineId, returnable);
        }
    }

    /** Never more is given back than the order comes to. */
    record ExceedsTotal(Money requested, Money grantable) implements OrderRejection {
        @Override
        public String code() {
            return "exceeds-total";
        }

        @Override
        public String detail() {
            return "%s was to be granted, %s is left of the order.".formatted(requested, grantable);
        }
    }

    record OtherCurrency(String requested, String currency) implements OrderRejection {
        @Override
        public String code() {
            return "currency-differs";
        }

        @Override
        public String detail() {
            return "The amount is in %s, the order in %s.".formatted(requested, currency);
        }
    }
}
