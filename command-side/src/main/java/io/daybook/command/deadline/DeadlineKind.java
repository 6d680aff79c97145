package io.daybook.command.deadline;

import io.daybook.domain.inventory.ExpireReservation;
import io.daybook.domain.order.ExpireOrder;
import io.daybook.domain.payment.ExpireAuthorisation;
import io.daybook.domain.returns.ExpireReturn;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.PaymentId;
import io.daybook.domain.shared.ReservationId;
import io.daybook.domain.shared.ReturnId;
import io.daybook.domain.shared.StockItemId;
import java.time.Instant;
import java.util.Locale;

/** What ends when its time comes, and by which command. */
enum DeadlineKind {
    /** An order that has to be paid. */
    ORDER {
        @Override
        Object command(DeadlineId id, Instant now) {
            return new ExpireOrder(new OrderId(id.entity()), now);
        }
    },
    /** Money that is set aside and not captured. */
    AUTHORISATION {
        @Override
        Object command(DeadlineId id, Instant now) {
            return new ExpireAuthorisation(new PaymentId(id.entity()), now);
        }
    },
    /** Goods that are to be sent back. */
    RETURN {
        @Override
        Object command(DeadlineId id, Instant now) {
            return new ExpireReturn(new ReturnId(id.entity()), now);
        }
    },
    /** Units that are promised for a time. */
    RESERVATION {
        @Override
        Object command(DeadlineId id, Instant now) {
            return new ExpireReservation(
                    StockItemId.parse(id.entity()), new ReservationId(id.key()), now);
        }
    };

    private final String stored = name().toLowerCase(Locale.ROOT);

    /** The command that ends it; refused when it is too early, nothing when it has ended. */
    abstract Object command(DeadlineId id, Instant now);

    /** The name in the table and in metrics. */
    String stored() {
        return stored;
    }

    static DeadlineKind of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
