package io.daybook.domain.returns;

import io.daybook.domain.order.LineQuantity;
import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReturnId;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * Goods and money are where they belong.
 *
 * @param refunded everything that went back, or became part of an exchange
 * @param returned units that can never be returned again
 */
@Revision("1")
public record ReturnSettled(
        ReturnId returnId, OrderId orderId, Money refunded, List<LineQuantity> returned)
        implements ReturnEvent {

    public ReturnSettled {
        returned = List.copyOf(returned);
    }
}
