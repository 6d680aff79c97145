package io.daybook.domain.order;

import io.daybook.domain.message.Rejection;
import io.daybook.domain.shared.LineId;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReturnId;

/** Why an order refuses a command. */
public sealed interface OrderRejection extends Rejection
        permits ChangeRejection,
                OrderRejection.IdReused,
                FulfilmentRejection,
                OrderRejection.UnknownOrder,
                OrderRejection.AlreadyPlaced,
                OrderRejection.WrongStatus,
                OrderRejection.DiscountTooLarge,
                OrderRejection.UnknownLine,
                OrderRejection.UnknownReturn,
                OrderRejection.ReturnDiffers,
                OrderRejection.ReturnEnded,
                OrderRejection.ExceedsReturnable,
                OrderRejection.ExceedsTotal,
                OrderRejection.OtherCurrency,
                OrderRejection.ReturnsOpen,
                OrderRejection.ExceedsOpen {

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

    record ReturnsOpen(int open) implements OrderRejection {
        @Override
        public String code() {
            return "returns-open";
        }

        @Override
        public String detail() {
            return "%d returns of the order are under way.".formatted(open);
        }
    }

    /** Invariant 1 of orders: what was shipped cannot be cancelled. */
    record ExceedsOpen(LineId lineId, long requested, int open) implements OrderRejection {
        @Override
        public String code() {
            return "exceeds-open";
        }

        @Override
        public String detail() {
            return "%d units of line %s were to be cancelled, %d are open."
                    .formatted(requested, lineId, open);
        }
    }

    /** The same id was used for something else. */
    record IdReused(String kind, String id) implements OrderRejection {
        @Override
        public String code() {
            return "id-reused";
        }

        @Override
        public String detail() {
            return "The order has another %s with the id %s.".formatted(kind, id);
        }
    }
}
