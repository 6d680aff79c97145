package io.daybook.domain.returns;

import io.daybook.domain.shared.Money;
import io.daybook.domain.shared.OrderId;
import io.daybook.domain.shared.ReturnId;
import org.axonframework.serialization.Revision;

/** A step of a settlement is done. */
@Revision("1")
public record ReturnRefundMade(
        ReturnId returnId, OrderId orderId, int settlement, String operationId, Money amount)
        implements ReturnEvent {}
