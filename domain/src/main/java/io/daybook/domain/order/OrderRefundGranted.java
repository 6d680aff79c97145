package io.daybook.domain.order;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReturnId;
import org.axonframework.serialization.Revision;

/**
 * The customer owes less because of a return.
 *
 * @param amount in all for this return
 */
@Revision("1")
public record OrderRefundGranted(OrderId orderId, ReturnId returnId, Money amount)
        implements OrderEvent {}
